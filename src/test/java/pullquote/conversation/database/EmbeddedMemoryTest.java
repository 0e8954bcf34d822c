package pullquote.conversation.database;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import pullquote.conversation.Memory;
import pullquote.conversation.MemoryContract;

class EmbeddedMemoryTest extends MemoryContract {
    @TempDir
    Path data;

    @Override
    protected Memory empty() {
        return new LongMemory(Database.open(DatabaseAddress.embedded(data.resolve("pullquote.db"))), MOST);
    }
}

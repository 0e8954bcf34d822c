package pullquote.conversation.database;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMemoryTest extends LongMemoryContract {
    @TempDir
    Path data;

    @Override
    DatabaseAddress address() {
        return DatabaseAddress.embedded(data.resolve("pullquote.db"));
    }
}

package pullquote.conversation.database;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailboxTest extends LongMailboxContract {
    @TempDir
    Path data;

    @Override
    DatabaseAddress address() {
        return DatabaseAddress.embedded(data.resolve("pullquote.db"));
    }

    @Override
    DatabaseAddress reopened() {
        return address();
    }
}

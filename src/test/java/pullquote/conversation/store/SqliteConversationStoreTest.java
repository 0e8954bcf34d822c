package pullquote.conversation.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteConversationStoreTest extends SqlConversationStoreContract {
    @TempDir
    Path directory;

    @Override
    DatabaseAddress address() {
        return DatabaseAddress.embedded(directory.resolve("pullquote.db"));
    }
}

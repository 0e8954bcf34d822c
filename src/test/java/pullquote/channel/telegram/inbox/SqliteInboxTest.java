package pullquote.channel.telegram.inbox;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import pullquote.conversation.store.DatabaseAddress;

class SqliteInboxTest extends SqlInboxContract {
    @TempDir
    Path directory;

    @Override
    DatabaseAddress address() {
        return DatabaseAddress.embedded(directory.resolve("pullquote.db"));
    }

    @Override
    DatabaseAddress reopenedAddress() {
        return address();
    }
}

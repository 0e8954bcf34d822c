package pullquote.channel.telegram.inbox;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.conversation.store.PostgresTestDatabase;

class PostgresInboxTest extends SqlInboxContract {
    private PostgresTestDatabase postgres;

    @Override
    DatabaseAddress address() throws SQLException {
        postgres = new PostgresTestDatabase();
        return postgres.address();
    }

    @Override
    DatabaseAddress reopenedAddress() {
        return postgres.address();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        if (postgres != null) {
            postgres.close();
        }
    }
}

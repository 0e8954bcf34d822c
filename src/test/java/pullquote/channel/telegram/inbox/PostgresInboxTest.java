package pullquote.channel.telegram.inbox;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.conversation.store.PostgresTestDatabase;

@Tag("postgres")
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

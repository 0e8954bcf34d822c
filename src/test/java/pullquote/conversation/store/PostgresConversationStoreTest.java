package pullquote.conversation.store;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresConversationStoreTest extends SqlConversationStoreContract {
    private PostgresTestDatabase postgres;

    @Override
    DatabaseAddress address() throws SQLException {
        postgres = new PostgresTestDatabase();
        return postgres.address();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        if (postgres != null) {
            postgres.close();
        }
    }
}

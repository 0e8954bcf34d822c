package pullquote.conversation.database;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;

class PostgresMailboxTest extends LongMailboxContract {
    private Postgres postgres;

    @Override
    DatabaseAddress address() throws SQLException {
        postgres = new Postgres();
        return postgres.address();
    }

    @Override
    DatabaseAddress reopened() {
        return postgres.address();
    }

    @AfterEach
    void drop() throws SQLException {
        if (postgres != null) {
            postgres.close();
        }
    }
}

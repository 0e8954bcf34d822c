package pullquote.conversation.database;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import pullquote.conversation.Memory;
import pullquote.conversation.MemoryContract;

class PostgresMemoryTest extends MemoryContract {
    private Postgres postgres;

    @Override
    protected Memory empty() throws SQLException {
        postgres = new Postgres();
        return new LongMemory(Database.open(postgres.address()), MOST);
    }

    @AfterEach
    void drop() throws SQLException {
        if (postgres != null) {
            postgres.close();
        }
    }
}

package pullquote.conversation.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A database with our tables in it. */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /** The version in the name of the last file in {@code resources/pullquote/migrations}. */
    static final String LATEST_MIGRATION = "3";
    /** A reader waits for it: what takes longer is as good as broken. */
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private static final int SOCKET_TIMEOUT_SECONDS = 5;
    private static final int LOCK_TIMEOUT_MILLIS = 1_000;
    private static final int MAX_POOL_SIZE = 8;

    private final HikariDataSource dataSource;

    private Database(HikariDataSource connections) {
        this.dataSource = connections;
    }

    /** Something to be done with a connection, wholly or not at all. */
    public interface SqlFunction<T> {
        T apply(Connection connection) throws SQLException;
    }

    /**
     * Opens it, and makes the tables that are missing.
     *
     * @throws DatabaseUnavailableException if it cannot be used
     */
    public static Database open(DatabaseAddress address) {
        try {
            address.file().ifPresent(Database::createParentDirectory);
            if (!isUpToDate(address)) {
                migrate(address);
            }
        } catch (FlywayException | UncheckedIOException e) {
            DatabaseError trouble =
                    e instanceof FlywayException ? DatabaseError.classify(e) : DatabaseError.NOT_WRITABLE;
            log.debug("cannot be opened", e);
            if (trouble != DatabaseError.CORRUPT || address.file().isEmpty()) {
                throw new DatabaseUnavailableException(trouble, e);
            }
            quarantine(address.file().get());
            return open(address);
        }
        return new Database(new HikariDataSource(createPoolConfig(address))).acquireFileLock();
    }

    /** Who has once written to an embedded one holds it, so that no second one gets in. */
    private Database acquireFileLock() {
        try {
            runInTransaction(connection -> Statements.update(connection, "delete from conversation where id = ''"));
            return this;
        } catch (StoreException e) {
            close();
            throw new DatabaseUnavailableException(DatabaseError.classify(e), e);
        }
    }

    /**
     * Does it, wholly or not at all.
     *
     * @throws StoreException if it cannot be done
     */
    public <T> T runInTransaction(SqlFunction<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(DatabaseError.classify(e).message(), e);
        }
    }

    /** SQLite undoes by itself what finds no room, and its driver does not know: then a new connection is needed. */
    private void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
            dataSource.evictConnection(connection);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }

    private static HikariConfig createPoolConfig(DatabaseAddress address) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setDataSource(createDataSource(address, SOCKET_TIMEOUT_SECONDS));
        pool.setAutoCommit(false);
        pool.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
        pool.setValidationTimeout(CONNECT_TIMEOUT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        if (address.file().isPresent()) {
            // SQLite writes one after the other anyway, and whoever holds the file lets no second one in.
            pool.setMaximumPoolSize(1);
            pool.setMaxLifetime(0);
        } else {
            pool.setMaximumPoolSize(MAX_POOL_SIZE);
            pool.setMinimumIdle(1);
        }
        return pool;
    }

    /** @param answerSeconds how long to wait for each answer of a server; 0 is for ever */
    private static DataSource createDataSource(DatabaseAddress address, int answerSeconds) {
        return address.file().isPresent()
                ? createSqliteDataSource(address)
                : createPostgresDataSource(address, answerSeconds);
    }

    /**
     * A commit is in the system's hands at once, and so outlives the process; what the last second brought may be lost
     * if the power fails, and never more than that.
     */
    private static DataSource createSqliteDataSource(DatabaseAddress address) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(LOCK_TIMEOUT_MILLIS);
        var source = new SQLiteDataSource(config);
        source.setUrl(address.url());
        return source;
    }

    private static DataSource createPostgresDataSource(DatabaseAddress address, int answerSeconds) {
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        address.user().ifPresent(source::setUser);
        address.password().ifPresent(source::setPassword);
        source.setConnectTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setLoginTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setSocketTimeout(answerSeconds);
        source.setTcpKeepAlive(true);
        source.setApplicationName("pullquote");
        return source;
    }

    /** A look that spares every start but the first the third of a second that Flyway needs to find nothing to do. */
    private static boolean isUpToDate(DatabaseAddress address) {
        String newest = "select version from flyway_schema_history where version = ? and success";
        try (Connection connection =
                createDataSource(address, SOCKET_TIMEOUT_SECONDS).getConnection()) {
            return !Statements.query(connection, row -> row.getString(1), newest, LATEST_MIGRATION)
                    .isEmpty();
        } catch (SQLException e) {
            log.debug("not yet ours, or not to be used: which of them, migrating tells", e);
            return false;
        }
    }

    private static void migrate(DatabaseAddress address) {
        Flyway.configure()
                .dataSource(createDataSource(address, 0))
                .locations("classpath:pullquote/migrations")
                .load()
                .migrate();
    }

    private static void createParentDirectory(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void quarantine(Path file) {
        log.warn("{} is damaged. It is kept as {}.damaged and made anew.", file, file.getFileName());
        try {
            for (String part : new String[] {"", "-wal"}) {
                Path damaged = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(damaged)) {
                    Path aside = file.resolveSibling(file.getFileName() + ".damaged" + part);
                    Files.move(damaged, aside, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(DatabaseError.CORRUPT, e);
        }
    }
}

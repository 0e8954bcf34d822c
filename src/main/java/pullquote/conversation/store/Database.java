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

/** Provides transactions on a SQLite or PostgreSQL database whose schema is up to date. */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    /**
     * The version in the name of the last file in {@code resources/pullquote/migrations}. Increase it with each new
     * one.
     */
    static final String LATEST_MIGRATION = "3";
    /** How long a request waits for a connection; after that the database counts as unavailable. */
    private static final int CONNECT_TIMEOUT_MILLIS = 1_000;

    private static final int SOCKET_TIMEOUT_SECONDS = 5;
    private static final int LOCK_TIMEOUT_MILLIS = 1_000;
    private static final int MAX_POOL_SIZE = 8;

    private final HikariDataSource dataSource;

    private Database(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work to be done in a transaction. */
    public interface SqlFunction<T> {
        T apply(Connection connection) throws SQLException;
    }

    /**
     * Opens a database and migrates its schema. A damaged SQLite file is renamed and replaced by a new one.
     *
     * @throws DatabaseUnavailableException if the database cannot be used
     */
    public static Database open(DatabaseAddress address) {
        try {
            address.file().ifPresent(Database::createParentDirectory);
            if (!isUpToDate(address)) {
                migrate(address);
            }
        } catch (FlywayException | UncheckedIOException e) {
            DatabaseError error = e instanceof FlywayException ? DatabaseError.classify(e) : DatabaseError.NOT_WRITABLE;
            log.debug("Failed to open the database", e);
            if (error != DatabaseError.CORRUPT || address.file().isEmpty()) {
                throw new DatabaseUnavailableException(error, e);
            }
            quarantine(address.file().get());
            return open(address);
        }
        return new Database(new HikariDataSource(createPoolConfig(address))).acquireFileLock();
    }

    /** Writes once: an embedded database stays locked after the first write, so no second process can use it. */
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
     * Runs the work in a transaction and returns its result. Rolls back if the work throws.
     *
     * @throws StoreException if the transaction failed
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

    /**
     * Rolls back. SQLite rolls back by itself when the disk is full; its driver then fails, so the connection is
     * replaced.
     */
    private void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
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
            // SQLite serializes writes, and in exclusive mode only one connection can open the file.
            pool.setMaximumPoolSize(1);
            pool.setMaxLifetime(0);
        } else {
            pool.setMaximumPoolSize(MAX_POOL_SIZE);
            pool.setMinimumIdle(1);
        }
        return pool;
    }

    /** @param socketTimeoutSeconds the socket timeout for a database server; 0 means none */
    private static DataSource createDataSource(DatabaseAddress address, int socketTimeoutSeconds) {
        return address.file().isPresent()
                ? createSqliteDataSource(address)
                : createPostgresDataSource(address, socketTimeoutSeconds);
    }

    /**
     * Creates a SQLite data source. Commits survive a crash of the process; a power failure may lose the most
     * recent ones.
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

    private static DataSource createPostgresDataSource(DatabaseAddress address, int socketTimeoutSeconds) {
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        address.user().ifPresent(source::setUser);
        address.password().ifPresent(source::setPassword);
        source.setConnectTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setLoginTimeout(SOCKET_TIMEOUT_SECONDS);
        source.setSocketTimeout(socketTimeoutSeconds);
        source.setTcpKeepAlive(true);
        source.setApplicationName("pullquote");
        return source;
    }

    /** Returns true if the schema is current. This check saves 0.3 s of Flyway's start-up time. */
    private static boolean isUpToDate(DatabaseAddress address) {
        String sql = "select version from flyway_schema_history where version = ? and success";
        try (Connection connection =
                createDataSource(address, SOCKET_TIMEOUT_SECONDS).getConnection()) {
            return !Statements.query(connection, row -> row.getString(1), sql, LATEST_MIGRATION)
                    .isEmpty();
        } catch (SQLException e) {
            log.debug("No schema version found; running migrations", e);
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
        log.warn("{} is damaged. Renamed it to {}.damaged and created a new one.", file, file.getFileName());
        try {
            for (String part : new String[] {"", "-wal"}) {
                Path damaged = file.resolveSibling(file.getFileName() + part);
                if (Files.exists(damaged)) {
                    Path target = file.resolveSibling(file.getFileName() + ".damaged" + part);
                    Files.move(damaged, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(DatabaseError.CORRUPT, e);
        }
    }
}

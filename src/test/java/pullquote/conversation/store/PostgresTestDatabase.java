package pullquote.conversation.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import pullquote.text.RandomIds;

/**
 * An empty database on a real PostgreSQL, which is at {@code PULLQUOTE_TEST_DATABASE_URL}, an address as in
 * {@code DATABASE_URL} of somebody who may make databases. Where there is none, the test is skipped and says so.
 */
public final class PostgresTestDatabase implements AutoCloseable {
    private static final String URL_VARIABLE = "PULLQUOTE_TEST_DATABASE_URL";

    private final DatabaseAddress server;
    private final String databaseName = "pullquote_" + RandomIds.next();

    public PostgresTestDatabase() throws SQLException {
        String given = System.getenv(URL_VARIABLE);
        assumeTrue(given != null && !given.isBlank(), URL_VARIABLE + " is not set: PostgreSQL is not tried");
        server = DatabaseAddress.parse(given).orElseThrow();
        execute("create database " + databaseName);
    }

    /** As {@code DATABASE_URL} would have it. */
    public String url() {
        return url(hostAndPort());
    }

    /** The same database over another way. */
    public String url(String hostAndPort) {
        String login = server.user().orElse("")
                + server.password().map(word -> ":" + word).orElse("");
        return "postgres://" + (login.isEmpty() ? "" : login + "@") + hostAndPort + "/" + databaseName;
    }

    public DatabaseAddress address() {
        return DatabaseAddress.parse(url()).orElseThrow();
    }

    public String hostAndPort() {
        return URI.create(server.url().substring("jdbc:".length())).getAuthority();
    }

    @Override
    public void close() throws SQLException {
        execute("drop database " + databaseName + " with (force)");
    }

    private void execute(String sql) throws SQLException {
        var login = new Properties();
        server.user().ifPresent(user -> login.setProperty("user", user));
        server.password().ifPresent(password -> login.setProperty("password", password));
        try (Connection connection = DriverManager.getConnection(server.url(), login);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package pullquote.conversation.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import pullquote.answer.Ids;

/**
 * An empty database on a real PostgreSQL, which is at {@code PULLQUOTE_TEST_DATABASE_URL}, an address as in
 * {@code DATABASE_URL} of somebody who may make databases. Where there is none, the test is skipped and says so.
 */
public final class Postgres implements AutoCloseable {
    private static final String VARIABLE = "PULLQUOTE_TEST_DATABASE_URL";

    private final DatabaseAddress server;
    private final String name = "pullquote_" + Ids.next();

    public Postgres() throws SQLException {
        String given = System.getenv(VARIABLE);
        assumeTrue(given != null && !given.isBlank(), VARIABLE + " is not set: PostgreSQL is not tried");
        server = DatabaseAddress.of(given).orElseThrow();
        run("create database " + name);
    }

    /** As {@code DATABASE_URL} would have it. */
    public String url() {
        return url(host());
    }

    /** The same database over another way. */
    public String url(String hostAndPort) {
        String login = server.user().orElse("")
                + server.password().map(word -> ":" + word).orElse("");
        return "postgres://" + (login.isEmpty() ? "" : login + "@") + hostAndPort + "/" + name;
    }

    DatabaseAddress address() {
        return DatabaseAddress.of(url()).orElseThrow();
    }

    public String host() {
        return URI.create(server.url().substring("jdbc:".length())).getAuthority();
    }

    @Override
    public void close() throws SQLException {
        run("drop database " + name + " with (force)");
    }

    private void run(String sql) throws SQLException {
        var login = new Properties();
        server.user().ifPresent(user -> login.setProperty("user", user));
        server.password().ifPresent(password -> login.setProperty("password", password));
        try (Connection connection = DriverManager.getConnection(server.url(), login);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package pullquote.conversation.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, and who may use it. It never shows itself: addresses hold passwords.
 *
 * @param file that of an embedded database, or empty if it is a server's
 * @param url for JDBC
 */
public record DatabaseAddress(Optional<Path> file, String url, Optional<String> user, Optional<String> password) {
    /** As hosting companies write it, or as JDBC does, or anything between. */
    private static final Pattern POSTGRES_URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:([^:/?#]+?)(?::(.*))?@)?([^@/?#\\s]+/[^/?#\\s]+(?:\\?\\S*)?)");

    /** A database in a file of its own. */
    public static DatabaseAddress embedded(Path file) {
        return new DatabaseAddress(Optional.of(file), "jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
    }

    /** Such as {@code postgres://user:password@host/database}; empty if it is no address of a PostgreSQL database. */
    public static Optional<DatabaseAddress> parse(String url) {
        Matcher parts = POSTGRES_URL.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DatabaseAddress(
                    Optional.empty(),
                    "jdbc:postgresql://" + parts.group(3),
                    Optional.ofNullable(parts.group(1)).map(DatabaseAddress::decode),
                    Optional.ofNullable(parts.group(2)).map(DatabaseAddress::decode)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a percent sign that is none
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}

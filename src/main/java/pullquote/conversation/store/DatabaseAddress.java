package pullquote.conversation.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address and credentials of a database. {@code toString} reveals nothing, because addresses contain passwords.
 *
 * @param file the file of an embedded database; empty for a server
 * @param url the JDBC URL, without credentials
 */
public record DatabaseAddress(Optional<Path> file, String url, Optional<String> user, Optional<String> password) {
    /** Matches the URL formats of hosting providers and of JDBC. */
    private static final Pattern POSTGRES_URL = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:([^:/?#]+?)(?::(.*))?@)?([^@/?#\\s]+/[^/?#\\s]+(?:\\?\\S*)?)");

    /** Returns the address of a SQLite database in this file. */
    public static DatabaseAddress embedded(Path file) {
        return new DatabaseAddress(Optional.of(file), "jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
    }

    /** Parses a URL such as {@code postgres://user:password@host/database}; empty if it is not a PostgreSQL address. */
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
            return Optional.empty(); // an invalid percent escape
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

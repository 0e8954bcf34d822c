package pullquote.conversation.database;

import java.nio.file.Path;
import java.util.Optional;

/** A disk with little room on it. */
public final class Disk {
    private static final int PLENTY = 1_000_000;

    private Disk() {}

    /** A database of this file, which cannot grow: some lines fit into the tables as they are. */
    public static DatabaseAddress withoutRoom(Path file) {
        int pages;
        try (Database database = Database.open(DatabaseAddress.embedded(file))) {
            pages = pragma(database, "page_count");
        }
        return new DatabaseAddress(
                Optional.of(file),
                "jdbc:sqlite:" + file + "?max_page_count=" + pages,
                Optional.empty(),
                Optional.empty());
    }

    public static void makeRoom(Database database) {
        pragma(database, "max_page_count = " + PLENTY);
    }

    private static int pragma(Database database, String pragma) {
        return database.let(connection -> Statements.rows(connection, row -> row.getInt(1), "pragma " + pragma))
                .get(0);
    }
}

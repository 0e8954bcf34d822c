package pullquote.conversation.store;

import java.nio.file.Path;
import java.util.Optional;

/** A disk with little room on it. */
public final class FullDisk {
    private static final int MAX_PAGES = 1_000_000;

    private FullDisk() {}

    /** A database of this file, which cannot grow: some lines fit into the tables as they are. */
    public static DatabaseAddress simulate(Path file) {
        int pages;
        try (Database database = Database.open(DatabaseAddress.embedded(file))) {
            pages = executePragma(database, "page_count");
        }
        return new DatabaseAddress(
                Optional.of(file),
                "jdbc:sqlite:" + file + "?max_page_count=" + pages,
                Optional.empty(),
                Optional.empty());
    }

    public static void freeSpace(Database database) {
        executePragma(database, "max_page_count = " + MAX_PAGES);
    }

    private static int executePragma(Database database, String pragma) {
        return database.runInTransaction(
                        connection -> Statements.query(connection, row -> row.getInt(1), "pragma " + pragma))
                .get(0);
    }
}

package pullquote.conversation.store;

import java.util.ArrayList;
import java.util.List;

/** Looks into the feedback that is kept, as those do who look after the answers. */
public final class FeedbackRows {
    private FeedbackRows() {}

    /** All of a row but the id, oldest rating first. */
    public static List<List<Object>> readAll(Database database) {
        return database.runInTransaction(connection -> Statements.query(
                connection,
                row -> {
                    var values = new ArrayList<Object>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(row.getObject(column));
                    }
                    return values;
                },
                "select rating, comment, channel, asked, standalone, status, reason, said, article_id, paragraph,"
                        + " answered_at, rated_at from feedback order by rated_at"));
    }

    public static void deleteAll(Database database) {
        database.runInTransaction(connection -> Statements.update(connection, "delete from feedback"));
    }

    /** Which questions were rated, oldest rating first. */
    public static List<Object> questions(Database database) {
        return readAll(database).stream().map(row -> row.get(3)).toList();
    }
}

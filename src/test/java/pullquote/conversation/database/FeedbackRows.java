package pullquote.conversation.database;

import java.util.ArrayList;
import java.util.List;

/** Looks into the feedback that is kept, as those do who look after the answers. */
public final class FeedbackRows {
    private FeedbackRows() {}

    /** All of a row but the id, oldest rating first. */
    public static List<List<Object>> of(Database database) {
        return database.let(connection -> Statements.rows(
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

    public static void clear(Database database) {
        database.let(connection -> Statements.change(connection, "delete from feedback"));
    }

    /** Which questions were rated, oldest rating first. */
    public static List<Object> questions(Database database) {
        return of(database).stream().map(row -> row.get(3)).toList();
    }
}

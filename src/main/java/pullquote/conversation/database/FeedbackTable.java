package pullquote.conversation.database;

import static pullquote.conversation.database.Statements.change;
import static pullquote.conversation.database.Statements.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import pullquote.answer.Reason;
import pullquote.conversation.Cited;
import pullquote.conversation.Exchange;
import pullquote.conversation.Feedback;

/**
 * What readers thought of answers, for people to look into: README.md tells how. A conversation is forgotten after a day,
 * which is before anybody looks; so each row repeats what it needs of it.
 */
final class FeedbackTable {
    private FeedbackTable() {}

    /** In place of what he thought of it before. */
    static void put(Connection connection, Feedback feedback, Exchange exchange) throws SQLException {
        Optional<Cited> first = exchange.citations().stream().findFirst();
        change(
                connection,
                "insert into feedback (answer_id, channel, asked, standalone, status, reason, said, article_id,"
                        + " paragraph, answered_at, rating, comment, rated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (answer_id) do update set"
                        + " rating = excluded.rating, comment = excluded.comment, rated_at = excluded.rated_at",
                feedback.answerId(),
                feedback.channel(),
                exchange.question(),
                exchange.standalone(),
                exchange.status().code(),
                exchange.reason().map(Reason::code).orElse(null),
                String.join(" ", exchange.sentences()),
                first.map(Cited::articleId).orElse(null),
                first.map(Cited::paragraph).orElse(null),
                exchange.at().toEpochMilli(),
                feedback.rating().code(),
                feedback.comment().orElse(null),
                feedback.at().toEpochMilli());
    }

    /** Leaves the newest, at most so many. */
    static void forget(Connection connection, int most) throws SQLException {
        String firstTooMany = "select rated_at from feedback order by rated_at desc limit 1 offset ?";
        for (long millis : rows(connection, row -> row.getLong(1), firstTooMany, most)) {
            change(connection, "delete from feedback where rated_at <= ?", millis);
        }
    }
}

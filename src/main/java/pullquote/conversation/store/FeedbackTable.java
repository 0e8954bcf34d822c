package pullquote.conversation.store;

import static pullquote.conversation.store.Statements.query;
import static pullquote.conversation.store.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import pullquote.query.NoAnswerReason;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;

/**
 * What readers thought of answers, for people to look into: README.md tells how. A conversation is forgotten after a day,
 * which is before anybody looks; so each row repeats what it needs of it.
 */
final class FeedbackTable {
    private FeedbackTable() {}

    /** In place of what he thought of it before. */
    static void upsert(Connection connection, Feedback feedback, Turn exchange) throws SQLException {
        Optional<StoredCitation> first = exchange.citations().stream().findFirst();
        update(
                connection,
                "insert into feedback (answer_id, channel, asked, standalone, status, reason, said, article_id,"
                        + " paragraph, answered_at, rating, comment, rated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (answer_id) do update set"
                        + " rating = excluded.rating, comment = excluded.comment, rated_at = excluded.rated_at",
                feedback.answerId(),
                feedback.channel(),
                exchange.question(),
                exchange.standaloneQuestion(),
                exchange.status().code(),
                exchange.reason().map(NoAnswerReason::code).orElse(null),
                String.join(" ", exchange.sentences()),
                first.map(StoredCitation::articleId).orElse(null),
                first.map(StoredCitation::paragraph).orElse(null),
                exchange.answeredAt().toEpochMilli(),
                feedback.rating().code(),
                feedback.comment().orElse(null),
                feedback.ratedAt().toEpochMilli());
    }

    /** Leaves the newest, at most so many. */
    static void deleteOldest(Connection connection, int most) throws SQLException {
        String firstTooMany = "select rated_at from feedback order by rated_at desc limit 1 offset ?";
        for (long millis : query(connection, row -> row.getLong(1), firstTooMany, most)) {
            update(connection, "delete from feedback where rated_at <= ?", millis);
        }
    }
}

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
 * Stores feedback for operators to query. Conversations are deleted after a day, so each row has its own copy of the
 * turn.
 */
final class FeedbackTable {
    private FeedbackTable() {}

    /** Inserts feedback, or updates rating and comment if there is earlier feedback on the answer. */
    static void upsert(Connection connection, Feedback feedback, Turn turn) throws SQLException {
        Optional<StoredCitation> citation = turn.citations().stream().findFirst();
        update(
                connection,
                "insert into feedback (answer_id, channel, asked, standalone, status, reason, said, article_id,"
                        + " paragraph, answered_at, rating, comment, rated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (answer_id) do update set"
                        + " rating = excluded.rating, comment = excluded.comment, rated_at = excluded.rated_at",
                feedback.answerId(),
                feedback.channel(),
                turn.question(),
                turn.standaloneQuestion(),
                turn.status().code(),
                turn.reason().map(NoAnswerReason::code).orElse(null),
                String.join(" ", turn.sentences()),
                citation.map(StoredCitation::articleId).orElse(null),
                citation.map(StoredCitation::paragraph).orElse(null),
                turn.answeredAt().toEpochMilli(),
                feedback.rating().code(),
                feedback.comment().orElse(null),
                feedback.ratedAt().toEpochMilli());
    }

    /** Deletes all but the newest {@code limit} rows. */
    static void deleteOldest(Connection connection, int limit) throws SQLException {
        String firstTooMany = "select rated_at from feedback order by rated_at desc limit 1 offset ?";
        for (long millis : query(connection, row -> row.getLong(1), firstTooMany, limit)) {
            update(connection, "delete from feedback where rated_at <= ?", millis);
        }
    }
}

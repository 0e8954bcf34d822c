package pullquote.conversation.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pullquote.text.InputNormalizer;

/**
 * A user's rating of an answer.
 *
 * @param channel the channel of the answer, such as {@code api}
 * @param answerId the id of the answer
 * @param comment the normalized comment, 1 to {@value #MAX_COMMENT_LENGTH} code points; blank comments become empty
 * @param ratedAt when the answer was rated, truncated to milliseconds
 */
public record Feedback(String channel, String answerId, Rating rating, Optional<String> comment, Instant ratedAt) {
    public static final int MAX_COMMENT_LENGTH = 1_000;

    public Feedback {
        comment = comment.map(InputNormalizer::normalize).filter(text -> !text.isEmpty());
        if (comment.filter(text -> InputNormalizer.codePointLength(text) > MAX_COMMENT_LENGTH)
                .isPresent()) {
            throw new IllegalArgumentException("comment longer than " + MAX_COMMENT_LENGTH + " characters");
        }
        ratedAt = ratedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}

package pullquote.conversation.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pullquote.text.InputNormalizer;

/**
 * What a reader thinks of an answer.
 *
 * @param channel through which he got it, such as {@code api}
 * @param answerId the id of the answer
 * @param comment in his own words, cleaned: 1 to {@value #MAX_COMMENT_LENGTH} characters (code points)
 * @param at when he said so, to the millisecond
 */
public record Feedback(String channel, String answerId, Rating rating, Optional<String> comment, Instant ratedAt) {
    public static final int MAX_COMMENT_LENGTH = 1_000;

    public Feedback {
        comment = comment.map(InputNormalizer::normalize).filter(words -> !words.isEmpty());
        if (comment.filter(words -> InputNormalizer.codePointLength(words) > MAX_COMMENT_LENGTH)
                .isPresent()) {
            throw new IllegalArgumentException("a comment of more than " + MAX_COMMENT_LENGTH + " characters");
        }
        ratedAt = ratedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}

package pullquote.conversation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pullquote.answer.Typed;

/**
 * What a reader thinks of an answer.
 *
 * @param channel through which he got it, such as {@code api}
 * @param answerId the id of the answer
 * @param comment in his own words, cleaned: 1 to {@value #LONGEST_COMMENT} characters (code points)
 * @param at when he said so, to the millisecond
 */
public record Feedback(String channel, String answerId, Rating rating, Optional<String> comment, Instant at) {
    public static final int LONGEST_COMMENT = 1_000;

    public Feedback {
        comment = comment.map(Typed::clean).filter(words -> !words.isEmpty());
        if (comment.filter(words -> Typed.length(words) > LONGEST_COMMENT).isPresent()) {
            throw new IllegalArgumentException("a comment of more than " + LONGEST_COMMENT + " characters");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}

package pullquote.channel.api;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pullquote.answer.Typed;
import pullquote.channel.Rejection;
import pullquote.conversation.Feedback;
import pullquote.conversation.Rating;

/** A request to {@code POST /api/answers/{id}/feedback}, as it was sent. */
record FeedbackJson(@Nullable String rating, @Nullable String comment) {
    /** @throws Rejection if it is none */
    Rating thumb() {
        if (rating == null) {
            throw Rejection.invalid("rating", "“rating” is missing. Write “up” or “down” in it.");
        }
        return Stream.of(Rating.values())
                .filter(known -> known.code().equals(rating))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("rating", "“rating” is no rating. Write “up” or “down” in it."));
    }

    /**
     * Cleaned.
     *
     * @throws Rejection if it is too long
     */
    Optional<String> words() {
        Optional<String> words = Optional.ofNullable(comment).map(Typed::clean);
        int length = words.map(Typed::length).orElse(0);
        if (length > Feedback.LONGEST_COMMENT) {
            throw Rejection.invalid(
                    "comment",
                    "“comment” has " + length + " characters. Shorten it to " + Feedback.LONGEST_COMMENT + ".");
        }
        return words;
    }
}

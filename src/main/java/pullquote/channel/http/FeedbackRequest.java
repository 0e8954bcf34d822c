package pullquote.channel.http;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pullquote.channel.HttpProblemException;
import pullquote.conversation.store.Feedback;
import pullquote.conversation.store.Rating;
import pullquote.text.InputNormalizer;

/** A request to {@code POST /api/answers/{id}/feedback}, as it was sent. */
record FeedbackRequest(@Nullable String rating, @Nullable String comment) {
    /** @throws HttpProblemException if it is none */
    Rating toRating() {
        if (rating == null) {
            throw HttpProblemException.invalid("rating", "“rating” is missing. Write “up” or “down” in it.");
        }
        return Stream.of(Rating.values())
                .filter(known -> known.code().equals(rating))
                .findFirst()
                .orElseThrow(() ->
                        HttpProblemException.invalid("rating", "“rating” is no rating. Write “up” or “down” in it."));
    }

    /**
     * Cleaned.
     *
     * @throws HttpProblemException if it is too long
     */
    Optional<String> cleanComment() {
        Optional<String> words = Optional.ofNullable(comment).map(InputNormalizer::normalize);
        int length = words.map(InputNormalizer::codePointLength).orElse(0);
        if (length > Feedback.MAX_COMMENT_LENGTH) {
            throw HttpProblemException.invalid(
                    "comment",
                    "“comment” has " + length + " characters. Shorten it to " + Feedback.MAX_COMMENT_LENGTH + ".");
        }
        return words;
    }
}

package pullquote.channel.http;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pullquote.channel.HttpProblemException;
import pullquote.conversation.store.Feedback;
import pullquote.conversation.store.Rating;
import pullquote.text.InputNormalizer;

/** The unvalidated body of {@code POST /api/answers/{id}/feedback}. */
record FeedbackRequest(@Nullable String rating, @Nullable String comment) {
    /** @throws HttpProblemException if the rating is missing or invalid */
    Rating toRating() {
        if (rating == null) {
            throw HttpProblemException.invalidField("rating", "“rating” is missing. Use “up” or “down”.");
        }
        return Stream.of(Rating.values())
                .filter(known -> known.code().equals(rating))
                .findFirst()
                .orElseThrow(() -> HttpProblemException.invalidField(
                        "rating", "“rating” is not a valid rating. Use “up” or “down”."));
    }

    /**
     * Returns the normalized comment.
     *
     * @throws HttpProblemException if it is longer than {@value Feedback#MAX_COMMENT_LENGTH} characters
     */
    Optional<String> normalizedComment() {
        Optional<String> normalized = Optional.ofNullable(comment).map(InputNormalizer::normalize);
        int length = normalized.map(InputNormalizer::codePointLength).orElse(0);
        if (length > Feedback.MAX_COMMENT_LENGTH) {
            throw HttpProblemException.invalidField(
                    "comment",
                    "“comment” has " + length + " characters. Shorten it to " + Feedback.MAX_COMMENT_LENGTH + ".");
        }
        return normalized;
    }
}

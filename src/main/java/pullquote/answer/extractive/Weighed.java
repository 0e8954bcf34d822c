package pullquote.answer.extractive;

import java.util.Comparator;
import java.util.Optional;
import pullquote.article.Span;

/**
 * A source sentence with its weight for a question.
 *
 * @param answer the words of it that answer, as offsets in the paragraph, if a reader is sure of them
 */
record Weighed(Line line, double weight, Optional<Span> answer) {
    static final Comparator<Weighed> BEST_FIRST =
            Comparator.comparingDouble(Weighed::weight).reversed();

    Weighed(Line line, double weight) {
        this(line, weight, Optional.empty());
    }

    Weighed(Line line, double weight, Span answer) {
        this(line, weight, Optional.of(answer));
    }
}

package pullquote.answer.extractive;

import java.util.Comparator;

/** A source sentence with its weight for a question. */
record Weighed(Line line, double weight) {
    static final Comparator<Weighed> BEST_FIRST =
            Comparator.comparingDouble(Weighed::weight).reversed();
}

package pullquote.answer.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pullquote.retrieval.Embeddings;

/** Finds the sentence that is nearest to a question in its meaning, if it is by far. */
final class Outstanding {
    /** So many standard deviations it must be ahead of all sentences of other paragraphs. */
    private static final double BY_FAR = 2.0;

    private record Near(Line line, double nearness) {}

    private Outstanding() {}

    static Optional<Line> of(float[] question, List<Line> lines) {
        List<Near> all = lines.stream()
                .map(line -> new Near(line, Embeddings.cosine(question, line.vector())))
                .sorted(Comparator.comparingDouble(Near::nearness).reversed())
                .toList();
        return all.stream()
                .findFirst()
                .filter(first -> all.stream()
                        .filter(other -> !first.line.isBeside(other.line))
                        .findFirst()
                        .filter(second -> first.nearness - second.nearness >= BY_FAR * deviation(all))
                        .isPresent())
                .map(Near::line);
    }

    private static double deviation(List<Near> all) {
        double mean = all.stream().mapToDouble(Near::nearness).average().orElse(0);
        return Math.sqrt(all.stream()
                .mapToDouble(near -> (near.nearness - mean) * (near.nearness - mean))
                .average()
                .orElse(0));
    }
}

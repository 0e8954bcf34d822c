package pullquote.retrieval.rerank;

import java.util.List;
import java.util.Optional;
import pullquote.text.Span;

/**
 * Where one text answers a question, if it does. Each token may be the first of the answer, and each the last; what is
 * left to 1 is the chance that the text does not answer (Devlin et al. 2019, "BERT", section 4.3).
 *
 * @param unanswered how likely it is that the text does not answer: 0 to 1
 */
public record SpanPrediction(double noAnswerProbability, List<Token> tokens) {
    /** So many tokens an answer has at most that is marked as one. */
    private static final int MAX_ANSWER_TOKENS = 20;

    public SpanPrediction {
        tokens = List.copyOf(tokens);
    }

    /**
     * A piece of the text.
     *
     * @param first how likely the answer begins with it: 0 to 1
     * @param last how likely it ends with it
     */
    public record Token(Span span, double first, double last) {}

    /** Words that answer, and how likely it is that they are just these: 0 to 1. */
    public record Answer(Span span, double probability) {}

    /** How likely it is that the answer stands within a stretch of the text: 0 to 1. */
    public double probabilityWithin(Span stretch) {
        return tokens.stream()
                        .filter(token -> stretch.contains(token.span))
                        .mapToDouble(token -> token.first + token.last)
                        .sum()
                / 2;
    }

    /** The likeliest answer within a stretch of the text; none if nothing of it was read. */
    public Optional<Answer> bestAnswerWithin(Span stretch) {
        List<Token> inside =
                tokens.stream().filter(token -> stretch.contains(token.span)).toList();
        Optional<Answer> best = Optional.empty();
        for (int from = 0; from < inside.size(); from++) {
            for (int to = from; to < Math.min(inside.size(), from + MAX_ANSWER_TOKENS); to++) {
                double likelihood = inside.get(from).first * inside.get(to).last;
                if (best.isEmpty() || likelihood > best.get().probability) {
                    var span = new Span(
                            inside.get(from).span.start(), inside.get(to).span.end());
                    best = Optional.of(new Answer(span, likelihood));
                }
            }
        }
        return best;
    }
}

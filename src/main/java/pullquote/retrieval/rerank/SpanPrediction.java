package pullquote.retrieval.rerank;

import java.util.List;
import java.util.Optional;
import pullquote.text.Span;

/**
 * Contains the prediction of where a text answers a question. Each token has a probability of being the first and the
 * last of the answer; the rest is the probability that the text has no answer (Devlin et al. 2019, "BERT", section
 * 4.3).
 *
 * @param noAnswerProbability the probability that the text does not answer the question, 0 to 1
 * @param tokens the tokens of the text in order
 */
public record SpanPrediction(double noAnswerProbability, List<TokenPrediction> tokens) {
    /** Tokens; longer spans are not considered as answers. */
    private static final int MAX_ANSWER_TOKENS = 20;

    public SpanPrediction {
        tokens = List.copyOf(tokens);
    }

    /**
     * Contains the probabilities of one token.
     *
     * @param span the position of the token in the text
     * @param first the probability that the answer starts with this token, 0 to 1
     * @param last the probability that the answer ends with this token, 0 to 1
     */
    public record TokenPrediction(Span span, double startProbability, double endProbability) {}

    /**
     * Contains a predicted answer.
     *
     * @param span the position of the answer in the text
     * @param probability the probability that the answer is exactly this span, 0 to 1
     */
    public record PredictedSpan(Span span, double probability) {}

    /** Returns the probability that the answer is within a range of the text, 0 to 1. */
    public double probabilityWithin(Span range) {
        return tokens.stream()
                        .filter(token -> range.contains(token.span))
                        .mapToDouble(token -> token.startProbability + token.endProbability)
                        .sum()
                / 2;
    }

    /** Returns the most likely answer within a range of the text; empty if the range has no tokens. */
    public Optional<PredictedSpan> bestAnswerWithin(Span range) {
        List<TokenPrediction> inside =
                tokens.stream().filter(token -> range.contains(token.span)).toList();
        Optional<PredictedSpan> best = Optional.empty();
        for (int from = 0; from < inside.size(); from++) {
            for (int to = from; to < Math.min(inside.size(), from + MAX_ANSWER_TOKENS); to++) {
                double probability = inside.get(from).startProbability * inside.get(to).endProbability;
                if (best.isEmpty() || probability > best.get().probability) {
                    var span = new Span(
                            inside.get(from).span.start(), inside.get(to).span.end());
                    best = Optional.of(new PredictedSpan(span, probability));
                }
            }
        }
        return best;
    }
}

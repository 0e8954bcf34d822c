package pullquote.answer.extractive;

import java.util.HashSet;
import java.util.Set;
import pullquote.article.Article;
import pullquote.retrieval.Embeddings;

/**
 * Weighs a source sentence against a question by five clues. Their weights were fitted on 9,029 questions of SQuAD so
 * that the softmax over the sentences of the eight best passages, and over "none of them", gives the right one the
 * most. On a quarter of these questions that was held out the right sentence comes first for 78 % of those that have
 * an answer; by the cosine alone, for 61 %.
 */
final class Clues {
    private static final double PASSAGE = 6.5;
    private static final double MEANING = 5.3;
    private static final double WORDS = 5.4;
    private static final double WORDS_BEFORE = 2.0;
    private static final double SIGN = 0.5;

    private final Lines lines;

    Clues(Lines lines) {
        this.lines = lines;
    }

    /** From about 2 (nothing in common) to 19; comparable between questions. */
    double weigh(Asked asked, float[] question, Line line, double passageScore) {
        Article article = line.place().article();
        Set<String> wanted = asked.stems();
        double all = rarity(article, wanted, wanted);
        double words = all == 0 ? 0 : rarity(article, wanted, line.stems()) / all;
        double wordsBefore = all == 0 ? 0 : rarity(article, wanted, withSentenceBefore(line)) / all - words;
        double sign = asked.hasSign() ? Signs.in(line, asked) : 0;
        return PASSAGE * passageScore
                + MEANING * Embeddings.cosine(question, line.vector())
                + WORDS * words
                + WORDS_BEFORE * wordsBefore
                + SIGN * sign;
    }

    private Set<String> withSentenceBefore(Line line) {
        if (line.index() == 0) {
            return line.stems();
        }
        var both = new HashSet<>(line.stems());
        both.addAll(lines.of(line.place().article(), line.place().paragraph())
                .get(line.index() - 1)
                .stems());
        return both;
    }

    /** How much of what makes the question special is there, each word by its rarity. */
    private double rarity(Article article, Set<String> wanted, Set<String> there) {
        return wanted.stream()
                .filter(there::contains)
                .mapToDouble(stem -> lines.rarity(article, stem))
                .sum();
    }
}

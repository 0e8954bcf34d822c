package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import pullquote.article.Article;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Passage;

/** Weighs all sentences of some passages, and tells which of them can be an answer at all. */
final class Scale {
    /**
     * Where no sentence reaches it, none answers. It is low on purpose, for no weight tells a near miss from an answer:
     * of SQuAD's questions that {@code Fitting} holds out, 1.3 % of those with an answer do not reach it, and 4.7 % of
     * those that only look as if they had one. {@link Signs} and {@link Strangers} refuse the more.
     */
    static final double ENOUGH = 7.2;

    private final Lines lines;
    private final Clues clues;
    private final Embeddings embeddings;
    private final Strictness strictness;

    Scale(Lines lines, Embeddings embeddings) {
        this.lines = lines;
        this.clues = new Clues(lines, embeddings);
        this.embeddings = embeddings;
        strictness = new Strictness(lines, clues);
    }

    /** The sentences that may answer the question, best first. */
    List<Weighed> weigh(Asked asked, List<Passage> passages) {
        float[] vector = embeddings.of(asked.meaning(), asked.language());
        var strange = new HashMap<Article, Boolean>();
        var weighed = new ArrayList<Weighed>();
        for (Passage passage : passages) {
            if (strange.computeIfAbsent(passage.article(), article -> Strangers.areIn(asked, lines.stemsOf(article)))) {
                continue;
            }
            for (Line line : lines.of(passage.article(), passage.paragraph())) {
                if (mayAnswer(asked, line)) {
                    weighed.add(new Weighed(line, clues.weigh(asked, vector, line, passage.score())));
                }
            }
        }
        weighed.sort(Weighed.BEST_FIRST);
        return weighed;
    }

    /** The same, but only those that answer a question that was put into their language word by word. */
    List<Weighed> weighStrictly(Asked asked, List<Passage> passages) {
        return weigh(asked, passages).stream()
                .filter(weighed -> strictness.allows(asked, weighed.line()))
                .toList();
    }

    /** Whether all words of an answer are there that the question has. */
    boolean isWhole(Asked asked, Line line) {
        return strictness.isWhole(asked, line);
    }

    /**
     * The same without what tells when only by something else, "after the tragedy", before a sentence that has as much of
     * the question and tells the day.
     */
    List<Weighed> preferDates(Asked asked, List<Weighed> weighed) {
        if (asked.kind() != Kind.DATE || weighed.isEmpty()) {
            return weighed;
        }
        double most = clues.covered(asked, weighed.get(0).line());
        return weighed.stream()
                .filter(one -> one.weight() >= ENOUGH
                        && Signs.in(one.line(), asked) > 0
                        && clues.covered(asked, one.line()) >= most)
                .findFirst()
                .map(dated -> weighed.stream()
                        .filter(one -> one.weight() <= dated.weight() || Signs.in(one.line(), asked) > 0)
                        .toList())
                .orElse(weighed);
    }

    private boolean mayAnswer(Asked asked, Line line) {
        if (asked.kind() == Kind.YES_NO && !asked.plainStems().isEmpty()) {
            // "Did Tokayev resign?" is not answered by whatever else is told of Tokayev.
            return !Collections.disjoint(asked.plainStems(), lines.withBefore(line));
        }
        return !Signs.areNeededFor(asked.kind()) || Signs.in(line, asked) >= 0;
    }
}

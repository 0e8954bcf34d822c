package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final double MOST = 0.6;
    /** Kinds whose answers seldom do without a sign. */
    private static final Set<Kind> TELLING = EnumSet.of(Kind.PERSON, Kind.DATE, Kind.PLACE, Kind.REASON);

    private final Lines lines;
    private final Clues clues;
    private final Embeddings embeddings;

    Scale(Lines lines, Embeddings embeddings) {
        this.lines = lines;
        this.clues = new Clues(lines, embeddings);
        this.embeddings = embeddings;
    }

    /** The sentences that may answer the question, best first. */
    List<Weighed> weigh(Asked asked, List<Passage> passages) {
        return weigh(asked, meaning(asked), passages);
    }

    private float[] meaning(Asked asked) {
        return embeddings.of(asked.meaning(), asked.language());
    }

    private List<Weighed> weigh(Asked asked, float[] vector, List<Passage> passages) {
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

    /**
     * The same, but only those with most of what is asked about: what was translated word by word is a loose guide. If a
     * sign tells an answer to such a question, the sentence may have other words that stands out by its meaning.
     *
     * @param original the question as it was written, where its meaning can be compared with that of the passages
     */
    List<Weighed> weighStrictly(Asked asked, Optional<String> original, List<Passage> passages) {
        boolean telling = TELLING.contains(asked.kind());
        Optional<float[]> own = original.map(embeddings::of);
        Optional<Line> outstanding = own.filter(vector -> telling || Signs.areNeededFor(asked.kind()))
                .flatMap(vector -> Outstanding.of(vector, lines(passages)));
        return weigh(asked, own.orElseGet(() -> meaning(asked)), passages).stream()
                .filter(weighed -> clues.covered(asked, weighed.line()) >= MOST
                        || outstanding.filter(weighed.line()::equals).isPresent())
                .filter(weighed -> !telling || Signs.in(weighed.line(), asked) >= 0)
                .toList();
    }

    private List<Line> lines(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> lines.of(passage.article(), passage.paragraph()).stream())
                .toList();
    }

    private boolean mayAnswer(Asked asked, Line line) {
        if (asked.kind() == Kind.YES_NO && !asked.plainStems().isEmpty()) {
            // "Did Tokayev resign?" is not answered by whatever else is told of Tokayev.
            return !Collections.disjoint(asked.plainStems(), lines.withBefore(line));
        }
        return !Signs.areNeededFor(asked.kind()) || Signs.in(line, asked) >= 0;
    }
}

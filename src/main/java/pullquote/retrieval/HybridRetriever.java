package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Finds by meaning and by words, and mixes the two: 0.7 × cosine + 0.3 × BM25, the latter divided by its maximum for
 * the query, so that
 * scores lie between 0 and 1 and can be compared between queries. Beyond the fiftieth place of a list the other counts
 * alone. Articles in a language whose meanings nobody knows are found by their words alone, which then count in full.
 */
public final class HybridRetriever implements Retriever {
    private static final double DENSE_WEIGHT = 0.7;
    private static final double BM25_WEIGHT = 0.3;
    /** How far down each list a passage may stand and still be helped up by the other. */
    private static final int FUSION_DEPTH = 50;

    private final Retriever dense;
    private final Retriever bm25;
    private final Predicate<String> isDenseSupported;

    public HybridRetriever(Retriever byMeaning, Retriever byWords) {
        this(byMeaning, byWords, language -> true);
    }

    /** @param meaningful whether {@code byMeaning} knows a language */
    public HybridRetriever(Retriever byMeaning, Retriever byWords, Predicate<String> meaningful) {
        this.dense = byMeaning;
        this.bm25 = byWords;
        this.isDenseSupported = meaningful;
    }

    private record ParagraphKey(String article, int paragraph) {
        static ParagraphKey of(Passage passage) {
            return new ParagraphKey(passage.article().id(), passage.paragraph().number());
        }
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        int depth = Math.max(limit, FUSION_DEPTH);
        var fused = new LinkedHashMap<ParagraphKey, Passage>();
        List<Passage> near = dense.retrieve(query, depth).stream()
                .filter(this::isDenseSupported)
                .toList();
        addWeighted(fused, near, passage -> DENSE_WEIGHT);
        List<Passage> worded = bm25.retrieve(query, depth);
        double best = worded.stream().mapToDouble(Passage::score).max().orElse(1);
        addWeighted(fused, worded, passage -> bm25Weight(passage) / best);
        var passages = new ArrayList<>(fused.values());
        passages.sort(Comparator.comparingDouble(Passage::score).reversed());
        return passages.subList(0, Math.min(limit, passages.size()));
    }

    private double bm25Weight(Passage passage) {
        return isDenseSupported(passage) ? BM25_WEIGHT : DENSE_WEIGHT + BM25_WEIGHT;
    }

    private boolean isDenseSupported(Passage passage) {
        return isDenseSupported.test(passage.article().frontMatter().language());
    }

    private static void addWeighted(
            Map<ParagraphKey, Passage> fused, List<Passage> passages, ToDoubleFunction<Passage> weight) {
        for (Passage passage : passages) {
            var weighed = new Passage(
                    passage.article(), passage.paragraph(), passage.score() * weight.applyAsDouble(passage));
            fused.merge(
                    ParagraphKey.of(passage),
                    weighed,
                    (a, b) -> new Passage(a.article(), a.paragraph(), a.score() + b.score()));
        }
    }
}

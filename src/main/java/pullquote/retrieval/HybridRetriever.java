package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Combines dense retrieval and BM25: 0.7 × cosine + 0.3 × BM25. BM25 scores are divided by their maximum for the
 * query, so combined scores are at most 1 and comparable between queries. Results beyond rank 50 of one list are not
 * combined with the other list. Articles in a language that the embeddings do not support are ranked by BM25 alone,
 * with full weight.
 */
public final class HybridRetriever implements Retriever {
    private static final double DENSE_WEIGHT = 0.7;
    private static final double BM25_WEIGHT = 0.3;
    /** Results taken from each list; raised to the limit of the search if that is higher. */
    private static final int FUSION_DEPTH = 50;

    private final Retriever dense;
    private final Retriever bm25;
    private final Predicate<String> isDenseSupported;

    /** Creates a retriever whose dense retriever supports all languages. */
    public HybridRetriever(Retriever dense, Retriever bm25) {
        this(dense, bm25, language -> true);
    }

    /**
     * Creates a retriever.
     *
     * @param isDenseSupported returns true if {@code dense} supports a language, given as an ISO 639 code
     */
    public HybridRetriever(Retriever dense, Retriever bm25, Predicate<String> isDenseSupported) {
        this.dense = dense;
        this.bm25 = bm25;
        this.isDenseSupported = isDenseSupported;
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
        List<Passage> denseResults = dense.retrieve(query, depth).stream()
                .filter(this::isDenseSupported)
                .toList();
        addWeighted(fused, denseResults, passage -> DENSE_WEIGHT);
        List<Passage> bm25Results = bm25.retrieve(query, depth);
        double maxScore = bm25Results.stream().mapToDouble(Passage::score).max().orElse(1);
        addWeighted(fused, bm25Results, passage -> bm25Weight(passage) / maxScore);
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
            var weighted = new Passage(
                    passage.article(), passage.paragraph(), passage.score() * weight.applyAsDouble(passage));
            fused.merge(
                    ParagraphKey.of(passage),
                    weighted,
                    (a, b) -> new Passage(a.article(), a.paragraph(), a.score() + b.score()));
        }
    }
}

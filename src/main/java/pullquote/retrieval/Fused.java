package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds by meaning and by words, and mixes the two: 0.7 × cosine + 0.3 × BM25, the latter divided by its maximum for
 * the query, so that
 * scores lie between 0 and 1 and can be compared between queries. Beyond the fiftieth place of a list the other counts
 * alone.
 */
public final class Fused implements Retriever {
    private static final double MEANING = 0.7;
    private static final double WORDS = 0.3;
    /** How far down each list a passage may stand and still be helped up by the other. */
    private static final int DEPTH = 50;

    private final Retriever byMeaning;
    private final Retriever byWords;

    public Fused(Retriever byMeaning, Retriever byWords) {
        this.byMeaning = byMeaning;
        this.byWords = byWords;
    }

    private record Key(String article, int paragraph) {
        static Key of(Passage passage) {
            return new Key(passage.article().id(), passage.paragraph().number());
        }
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        int depth = Math.max(limit, DEPTH);
        var fused = new LinkedHashMap<Key, Passage>();
        add(fused, byMeaning.retrieve(query, depth), MEANING);
        List<Passage> worded = byWords.retrieve(query, depth);
        double best = worded.stream().mapToDouble(Passage::score).max().orElse(1);
        add(fused, worded, WORDS / best);
        var passages = new ArrayList<>(fused.values());
        passages.sort(Comparator.comparingDouble(Passage::score).reversed());
        return passages.subList(0, Math.min(limit, passages.size()));
    }

    private static void add(Map<Key, Passage> fused, List<Passage> passages, double weight) {
        for (Passage passage : passages) {
            var weighed = new Passage(passage.article(), passage.paragraph(), passage.score() * weight);
            fused.merge(
                    Key.of(passage), weighed, (a, b) -> new Passage(a.article(), a.paragraph(), a.score() + b.score()));
        }
    }
}

package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import pullquote.SampleArticles;
import pullquote.article.Library;

class HybridRetrieverTest extends RetrieverContract {
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-9);

    @Override
    Retriever createRetriever(Library library) {
        return new HybridRetriever(new DenseRetriever(library, embeddings(library)), new Bm25Retriever(library));
    }

    @Test
    void score_is_0_7_dense_and_0_3_bm25() {
        Retriever dense = new DenseRetriever(TestArticles.LIBRARY, embeddings(TestArticles.LIBRARY));
        Retriever bm25 = new Bm25Retriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES).allSatisfy(query -> {
            Map<String, Double> cosines = scores(dense, query);
            Map<String, Double> bm25Scores = scores(bm25, query);
            double maxScore =
                    bm25Scores.values().stream().mapToDouble(w -> w).max().orElseThrow();

            List<Passage> found = createRetriever(TestArticles.LIBRARY).retrieve(query, 100);

            assertThat(found).hasSameSizeAs(cosines.keySet());
            assertThat(found).allSatisfy(passage -> {
                String label = TestArticles.label(passage);
                assertThat(passage.score())
                        .isEqualTo(
                                0.7 * cosines.get(label) + 0.3 * bm25Scores.getOrDefault(label, 0.0) / maxScore,
                                TOLERANCE);
            });
        });
    }

    private static Map<String, Double> scores(Retriever retriever, Query query) {
        return retriever.retrieve(query, 100).stream().collect(Collectors.toMap(TestArticles::label, Passage::score));
    }

    @Test
    void ranks_passages_found_by_both_first() {
        var fused = new HybridRetriever(
                returning(teaPassage(1, 0.5), teaPassage(2, 0.4)), returning(teaPassage(3, 8), teaPassage(2, 6)));

        assertThat(fused.retrieve(new Query("any"), 3))
                .extracting(TestArticles::label)
                .containsExactly("tea 2", "tea 1", "tea 3");
    }

    @Test
    void one_retriever_is_enough() {
        assertThat(new HybridRetriever(returning(teaPassage(1, 0.5)), returning()).retrieve(new Query("any"), 3))
                .containsExactly(teaPassage(1, 0.35));
        assertThat(new HybridRetriever(returning(), returning(teaPassage(1, 12), teaPassage(2, 6)))
                        .retrieve(new Query("any"), 3))
                .containsExactly(teaPassage(1, 0.3), teaPassage(2, 0.15));
        assertThat(new HybridRetriever(returning(), returning()).retrieve(new Query("any"), 3))
                .isEmpty();
    }

    @Test
    void distinguishes_paragraphs_of_different_articles() {
        var bridge = new Passage(
                SampleArticles.BRIDGE, SampleArticles.BRIDGE.paragraphs().get(0), 5);

        assertThat(new HybridRetriever(returning(teaPassage(1, 0.5)), returning(bridge)).retrieve(new Query("any"), 3))
                .extracting(TestArticles::label)
                .containsExactly("tea 1", "bridge 1");
    }

    @Test
    void fuses_the_first_fifty_results() {
        String[] texts = IntStream.rangeClosed(1, 60).mapToObj(i -> "No. " + i).toArray(String[]::new);
        var article = TestArticles.article("long", "en", texts);
        var descending = new ArrayList<Passage>();
        article.paragraphs().forEach(p -> descending.add(new Passage(article, p, 0.5 - p.number() / 1_000.0)));

        var fused = new HybridRetriever(
                returning(descending),
                returning(new Passage(article, article.paragraphs().get(49), 3)));

        assertThat(fused.retrieve(new Query("any"), 1))
                .singleElement()
                .satisfies(passage -> assertThat(passage.score()).isEqualTo(0.7 * 0.45 + 0.3, TOLERANCE));
        assertThat(fused.retrieve(new Query("any"), 60)).hasSize(60);
    }

    private static Passage teaPassage(int paragraph, double score) {
        return new Passage(SampleArticles.TEA, SampleArticles.TEA.paragraphs().get(paragraph - 1), score);
    }

    private static Retriever returning(Passage... passages) {
        return returning(Arrays.asList(passages));
    }

    private static Retriever returning(List<Passage> passages) {
        return (query, limit) -> passages.stream().limit(limit).toList();
    }
}

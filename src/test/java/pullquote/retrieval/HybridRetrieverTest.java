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
    private static final Offset<Double> A_HAIR = Offset.offset(1e-9);

    @Override
    Retriever over(Library library) {
        return new HybridRetriever(new DenseRetriever(library, embeddings(library)), new Bm25Retriever(library));
    }

    @Test
    void theScoreIsSevenPartsMeaningAndThreePartsWords() {
        Retriever byMeaning = new DenseRetriever(TestArticles.LIBRARY, embeddings(TestArticles.LIBRARY));
        Retriever byWords = new Bm25Retriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES).allSatisfy(query -> {
            Map<String, Double> cosines = scores(byMeaning, query);
            Map<String, Double> words = scores(byWords, query);
            double most = words.values().stream().mapToDouble(w -> w).max().orElseThrow();

            List<Passage> found = over(TestArticles.LIBRARY).retrieve(query, 100);

            assertThat(found).hasSameSizeAs(cosines.keySet());
            assertThat(found).allSatisfy(passage -> {
                String place = TestArticles.place(passage);
                assertThat(passage.score())
                        .isEqualTo(0.7 * cosines.get(place) + 0.3 * words.getOrDefault(place, 0.0) / most, A_HAIR);
            });
        });
    }

    private static Map<String, Double> scores(Retriever retriever, Query query) {
        return retriever.retrieve(query, 100).stream().collect(Collectors.toMap(TestArticles::place, Passage::score));
    }

    @Test
    void whatBothFindComesBeforeTheFirstOfEither() {
        var fused = new HybridRetriever(finding(tea(1, 0.5), tea(2, 0.4)), finding(tea(3, 8), tea(2, 6)));

        assertThat(fused.retrieve(new Query("any"), 3))
                .extracting(TestArticles::place)
                .containsExactly("tea 2", "tea 1", "tea 3");
    }

    @Test
    void oneAloneIsEnough() {
        assertThat(new HybridRetriever(finding(tea(1, 0.5)), finding()).retrieve(new Query("any"), 3))
                .containsExactly(tea(1, 0.35));
        assertThat(new HybridRetriever(finding(), finding(tea(1, 12), tea(2, 6))).retrieve(new Query("any"), 3))
                .containsExactly(tea(1, 0.3), tea(2, 0.15));
        assertThat(new HybridRetriever(finding(), finding()).retrieve(new Query("any"), 3))
                .isEmpty();
    }

    @Test
    void paragraphsOfOneNumberInTwoArticlesAreTwo() {
        var bridge = new Passage(
                SampleArticles.BRIDGE, SampleArticles.BRIDGE.paragraphs().get(0), 5);

        assertThat(new HybridRetriever(finding(tea(1, 0.5)), finding(bridge)).retrieve(new Query("any"), 3))
                .extracting(TestArticles::place)
                .containsExactly("tea 1", "bridge 1");
    }

    @Test
    void whoStandsFiftiethInAListStillHelpsAndIsHelped() {
        String[] texts = IntStream.rangeClosed(1, 60).mapToObj(i -> "No. " + i).toArray(String[]::new);
        var article = TestArticles.article("long", "en", texts);
        var descending = new ArrayList<Passage>();
        article.paragraphs().forEach(p -> descending.add(new Passage(article, p, 0.5 - p.number() / 1_000.0)));

        var fused = new HybridRetriever(
                finding(descending),
                finding(new Passage(article, article.paragraphs().get(49), 3)));

        assertThat(fused.retrieve(new Query("any"), 1))
                .singleElement()
                .satisfies(passage -> assertThat(passage.score()).isEqualTo(0.7 * 0.45 + 0.3, A_HAIR));
        assertThat(fused.retrieve(new Query("any"), 60)).hasSize(60);
    }

    private static Passage tea(int paragraph, double score) {
        return new Passage(SampleArticles.TEA, SampleArticles.TEA.paragraphs().get(paragraph - 1), score);
    }

    private static Retriever finding(Passage... passages) {
        return finding(Arrays.asList(passages));
    }

    private static Retriever finding(List<Passage> passages) {
        return (query, limit) -> passages.stream().limit(limit).toList();
    }
}

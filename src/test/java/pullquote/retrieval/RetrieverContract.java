package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.SampleArticles;
import pullquote.article.Article;
import pullquote.article.Library;

/** Tests the contract of {@link Retriever}. Test classes of retrievers extend this class. */
abstract class RetrieverContract {
    private static final MiniLmModel MODEL = new MiniLmModel();

    @TempDir
    private static Path folder;

    abstract Retriever createRetriever(Library library);

    /** Returns real embeddings of a library. Each text is embedded once per test class. */
    static EmbeddingCache embeddings(Library library) {
        return EmbeddingCache.build(
                library, MODEL, new VectorCache(folder.resolve("vectors.bin"), MiniLmModel.NAME), (w, d, a) -> {});
    }

    @Test
    void best_passage_comes_first() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES)
                .allSatisfy(query -> assertThat(retriever.retrieve(query, 100))
                        .isNotEmpty()
                        .extracting(Passage::score)
                        .isSortedAccordingTo(Comparator.reverseOrder()));
    }

    @Test
    void finds_a_paragraph_by_its_own_text() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        assertThat(TestArticles.LIBRARY.articles())
                .allSatisfy(article -> assertThat(article.paragraphs()).allSatisfy(paragraph -> {
                    Passage best =
                            retriever.retrieve(new Query(paragraph.text()), 1).get(0);
                    assertThat(best.article()).isSameAs(article);
                    assertThat(best.paragraph()).isSameAs(paragraph);
                }));
    }

    @Test
    void returns_each_paragraph_at_most_once() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES)
                .allSatisfy(query -> assertThat(retriever.retrieve(query, 100))
                        .extracting(TestArticles::label)
                        .doesNotHaveDuplicates());
    }

    @Test
    void limit_drops_the_lowest_scores() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES).allSatisfy(query -> {
            List<Passage> all = retriever.retrieve(query, 100);
            for (int limit : List.of(0, 1, 2, 3, 60, Integer.MAX_VALUE)) {
                assertThat(retriever.retrieve(query, limit)).isEqualTo(all.subList(0, Math.min(limit, all.size())));
            }
        });
    }

    @Test
    void searches_only_the_requested_article() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        for (Article article : List.of(SampleArticles.TEA, SampleArticles.BRIDGE)) {
            assertThat(retriever.retrieve(new Query("tea and tenge on Abay Street", Optional.of(article.id())), 100))
                    .isNotEmpty()
                    .allSatisfy(passage -> assertThat(passage.article()).isSameAs(article));
        }
    }

    @Test
    void unknown_article_has_no_passages() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        for (String id : List.of("coffee", "te", "TEA", "*", "")) {
            assertThat(retriever.retrieve(new Query("How much is the tea?", Optional.of(id)), 100))
                    .isEmpty();
        }
    }

    @Test
    void empty_library_has_no_passages() {
        assertThat(createRetriever(new Library(List.of())).retrieve(new Query("How much is the tea?"), 100))
                .isEmpty();
    }

    @Test
    void results_are_deterministic() {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);
        Retriever again = createRetriever(TestArticles.LIBRARY);

        assertThat(TestArticles.QUERIES).allSatisfy(query -> {
            List<Passage> found = retriever.retrieve(query, 100);
            assertThat(retriever.retrieve(query, 100)).isEqualTo(found);
            assertThat(again.retrieve(query, 100)).isEqualTo(found);
        });
    }

    @Test
    void equal_scores_keep_library_order() {
        String text = "Green tea is served here.";
        List<Article> twins = IntStream.range(0, 70)
                .mapToObj(i -> TestArticles.article("t" + i * 37 % 70, "en", text, "Nothing else.", text))
                .collect(Collectors.toCollection(ArrayList::new));
        assertThat(findTwins(twins, text)).isEqualTo(places(twins));

        Collections.reverse(twins);
        assertThat(findTwins(twins, text)).isEqualTo(places(twins));
    }

    private List<String> findTwins(List<Article> twins, String text) {
        List<Passage> found =
                createRetriever(new Library(twins)).retrieve(new Query("Where is green tea served?"), 140);
        assertThat(found).extracting(Passage::score).containsOnly(found.get(0).score());
        assertThat(found).extracting(passage -> passage.paragraph().text()).containsOnly(text);
        return found.stream().map(TestArticles::label).toList();
    }

    private static List<String> places(List<Article> twins) {
        return twins.stream()
                .flatMap(article -> Stream.of(article.id() + " 1", article.id() + " 3"))
                .toList();
    }

    @Test
    void is_thread_safe() throws Exception {
        Retriever retriever = createRetriever(TestArticles.LIBRARY);
        List<List<Passage>> expected = TestArticles.QUERIES.stream()
                .map(query -> retriever.retrieve(query, 5))
                .toList();
        Retriever fresh = createRetriever(TestArticles.LIBRARY);
        Callable<List<List<Passage>>> search = () -> TestArticles.QUERIES.stream()
                .map(query -> fresh.retrieve(query, 5))
                .toList();

        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<List<Passage>>> concurrent : executor.invokeAll(Collections.nCopies(40, search))) {
                assertThat(concurrent.get()).isEqualTo(expected);
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** 2,000 characters, the longest question allowed, almost all of them one-character words. */
    @Test
    void accepts_the_longest_question() {
        String words = IntStream.range(0, 1_990)
                .mapToObj(i -> Character.toString(0x4E00 + i))
                .collect(Collectors.joining());
        Retriever retriever = createRetriever(TestArticles.LIBRARY);

        assertThat(retriever.retrieve(new Query("green tea " + words, Optional.of("tea")), 100))
                .extracting(TestArticles::label)
                .contains("tea 2");
    }
}

package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.SampleArticles;
import pullquote.answer.Evidence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.NoAnswer;
import pullquote.answer.NoAnswerPolicy;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorCache;

/** Why there is no answer, and which sentences come closest; with the real embeddings. */
class ScopeClassifierTest {
    private static final Library ENGLISH =
            new Library(List.of(InterviewArticle.ARTICLE, SampleArticles.BRIDGE, SampleArticles.TEA));

    private static EmbeddingCache embeddings;
    private static Retriever retriever;
    private static NoAnswerPolicy refusal;

    @BeforeAll
    static void read(@TempDir Path folder) {
        embeddings = EmbeddingCache.build(
                new Library(Stream.concat(ENGLISH.articles().stream(), Stream.of(SampleArticles.MARKET))
                        .toList()),
                new MiniLmModel(),
                new VectorCache(folder.resolve("vectors.bin"), MiniLmModel.NAME),
                (work, done, all) -> {});
        retriever = new HybridRetriever(new DenseRetriever(ENGLISH, embeddings), new Bm25Retriever(ENGLISH));
        refusal = new ScopeClassifier(ENGLISH, new EmbeddingModels(ENGLISH, embeddings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How many people were detained in the January unrest?        | NOT_IN_ARTICLES
            What is the name of the bakery next to the tea house?       | NOT_IN_ARTICLES
            Did Tokayev serve as president for three terms?             | NOT_IN_ARTICLES
            What did Tokayev say on Jan. 29, 2022?                      | NOT_IN_ARTICLES
            Why is the sky blue?                                        | OFF_TOPIC
            Who won the football world cup?                             | OFF_TOPIC
            What is the capital of Australia today?                     | OFF_TOPIC
            Is Tokayev president now?                                   | NOT_IN_ARTICLES
            What did Tokayev say about the unrest in 2023?              | AFTER_PUBLICATION
            Is the river bridge still closed?                           | NOT_IN_ARTICLES
            What did Tokayev say about the unrest on 5 July 2022?       | AFTER_PUBLICATION
            What happened in the unrest in January 2022?                | NOT_IN_ARTICLES
            What is the latest news about the river bridge?             | NOT_IN_ARTICLES
            Кто посетил задержанных?                                    | UNSUPPORTED_LANGUAGE
            Тоқаев не айтты?                                            | UNSUPPORTED_LANGUAGE
            """)
    void theReasonIsTold(String question, NoAnswerReason reason) {
        assertThat(refuse(question).reason()).isEqualTo(reason);
    }

    @Test
    void whereThereAreNoArticlesThatIsSaid() {
        var nothing =
                new ScopeClassifier(new Library(List.of()), new EmbeddingModels(new Library(List.of()), embeddings));

        NoAnswer refused = nothing.decide(Question.of("Кто посетил задержанных?"), List.of());

        assertThat(refused.reason()).isEqualTo(NoAnswerReason.NOTHING_LOADED);
    }

    @Test
    void aQuestionInALanguageOfTheArticlesIsSupported() {
        var library = new Library(List.of(InterviewArticle.ARTICLE, SampleArticles.MARKET));

        NoAnswer refused = new ScopeClassifier(library, new EmbeddingModels(library, embeddings))
                .decide(Question.of("Где будет открываться базар?"), passages(SampleArticles.MARKET));

        assertThat(refused.reason()).isEqualTo(NoAnswerReason.NOT_IN_ARTICLES);
        assertThat(refused.closest()).extracting(Evidence::article).containsOnly(SampleArticles.MARKET);
    }

    @Test
    void whatAQuestionIsWrittenInCountsAndNotWhatItsAnswerShallBeIn() {
        var question = Question.of("How many people were detained?", Optional.of("kk"), Optional.empty());

        NoAnswer refused = refuse(question);

        assertThat(refused.reason()).isEqualTo(NoAnswerReason.NOT_IN_ARTICLES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many people were detained in the January unrest?",
                "Is Tokayev president now?",
                "Who owns the bakery?",
            })
    void atMostTwoPlacesComeClosestWordForWordAndFromDifferentParagraphs(String question) {
        List<Evidence> closest = refuse(question).closest();

        assertThat(closest).hasSizeBetween(1, 2).allSatisfy(one -> {
            assertThat(one.article().sentences(one.paragraph())).contains(one.span());
            assertThat(one.paragraph().text()).contains(one.quote());
        });
        assertThat(closest)
                .extracting(one -> one.article().id() + " " + one.paragraph().number())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Why is the sky blue?", "Who won the football world cup?", "Кто это?"})
    void nothingComesCloseToOtherThings(String question) {
        assertThat(refuse(question).closest()).isEmpty();
    }

    @Test
    void it_tells_how_many_articles_were_searched_and_the_latest_date_among_the_passages() {
        var question = Question.of("Is the bridge closed now?");
        List<Passage> both = Stream.concat(
                        InterviewArticle.ALL_PASSAGES.stream(), passages(SampleArticles.BRIDGE).stream())
                .toList();

        NoAnswer noAnswer = refusal.decide(question, both);

        assertThat(noAnswer.articleCount()).isEqualTo(3);
        assertThat(noAnswer.latestDate()).contains(LocalDate.of(2022, 6, 17));
    }

    @Test
    void an_article_without_a_date_cannot_be_older_than_the_question() {
        var library = new Library(List.of(SampleArticles.MARKET));
        var question = Question.of("Рынок откроется в 2031 году?");

        assertThat(classifier(library)
                        .decide(question, passages(SampleArticles.MARKET))
                        .reason())
                .isEqualTo(NoAnswerReason.NOT_IN_ARTICLES);
    }

    private static ScopeClassifier classifier(Library library) {
        return new ScopeClassifier(library, new EmbeddingModels(library, embeddings));
    }

    private static NoAnswer refuse(String question) {
        return refuse(Question.of(question));
    }

    private static NoAnswer refuse(Question question) {
        return refusal.decide(question, retriever.retrieve(new Query(question.text()), 8));
    }

    private static List<Passage> passages(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }
}

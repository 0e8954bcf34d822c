package pullquote.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
import pullquote.answer.NoAnswerPolicy;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.Reason;
import pullquote.retrieval.Bm25Retriever;
import pullquote.retrieval.DenseRetriever;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.HybridRetriever;
import pullquote.retrieval.MiniLmModel;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorCache;

/** Why there is no answer, and what comes nearest; with the real embeddings. */
class DefaultNoAnswerPolicyTest {
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
        refusal = new DefaultNoAnswerPolicy(ENGLISH, embeddings);
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
            Is Tokayev president now?                                   | AFTER_PUBLICATION
            What did Tokayev say about the unrest in 2023?              | AFTER_PUBLICATION
            Is the river bridge still closed?                           | AFTER_PUBLICATION
            Кто посетил задержанных?                                    | UNSUPPORTED_LANGUAGE
            Тоқаев не айтты?                                            | UNSUPPORTED_LANGUAGE
            """)
    void theReasonIsTold(String question, Reason reason) {
        assertThat(refuse(question).reason()).isEqualTo(reason);
    }

    @Test
    void whereThereAreNoArticlesThatIsSaid() {
        var nothing = new DefaultNoAnswerPolicy(new Library(List.of()), embeddings);

        NoAnswerPolicy.NoAnswer refused = nothing.explain(Question.of("Кто посетил задержанных?"), List.of());

        assertThat(refused.reason()).isEqualTo(Reason.NOTHING_LOADED);
        assertThat(refused.text()).isEqualTo("Статей, по которым можно ответить, нет.");
    }

    @Test
    void aQuestionInALanguageOfTheArticlesIsSupported() {
        var library = new Library(List.of(InterviewArticle.ARTICLE, SampleArticles.MARKET));

        NoAnswerPolicy.NoAnswer refused = new DefaultNoAnswerPolicy(library, embeddings)
                .explain(Question.of("Где будет открываться базар?"), passages(SampleArticles.MARKET));

        assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_ARTICLES);
        assertThat(refused.closest()).extracting(Evidence::article).containsOnly(SampleArticles.MARKET);
    }

    @Test
    void whatAQuestionIsWrittenInCountsAndNotWhatItsAnswerShallBeIn() {
        var question = Question.of("How many people were detained?", Optional.of("kk"), Optional.empty());

        NoAnswerPolicy.NoAnswer refused = refuse(question);

        assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_ARTICLES);
        assertThat(refused.text()).isEqualTo("Мақалаларда бұл туралы айтылмаған.");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The article is of 31 January 2022 and cannot know what came later.
            ru | Статья опубликована 31 января 2022 г.; о том, что было позже, в ней сказано быть не может.
            kk | Мақала 2022 ж. 31 қаңтар жарияланған, кейінгі оқиғалар онда жоқ.
            de | The article is of 31 January 2022 and cannot know what came later.
            """)
    void datesAreInTheReadersForm(String language, String text) {
        var question = Question.of("Is Tokayev president now?", Optional.of(language), Optional.empty());

        // Newer JDKs put narrow no-break spaces into dates.
        String words = refusal.explain(question, InterviewArticle.ALL).text().replaceAll("\\h", " ");
        assertThat(words).isEqualTo(text);
    }

    @Test
    void theDateIsOfTheNewestArticleThatWasFound() {
        var question = Question.of("Is the bridge closed now?");
        List<Passage> both = Stream.concat(InterviewArticle.ALL.stream(), passages(SampleArticles.BRIDGE).stream())
                .toList();

        assertThat(refusal.explain(question, both).text())
                .isEqualTo("The article is of 17 June 2022 and cannot know what came later.");
    }

    @Test
    void anArticleWithoutADateKnowsNoLater() {
        var library = new Library(List.of(SampleArticles.MARKET));
        var question = Question.of("Рынок сейчас открыт?");

        assertThat(new DefaultNoAnswerPolicy(library, embeddings)
                        .explain(question, passages(SampleArticles.MARKET))
                        .reason())
                .isEqualTo(Reason.NOT_IN_ARTICLES);
    }

    @Test
    void theLanguageOfOurMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(refusal.explain(Question.of("Is Tokayev president now?"), InterviewArticle.ALL)
                            .text())
                    .isEqualTo("The article is of 31 January 2022 and cannot know what came later.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static NoAnswerPolicy.NoAnswer refuse(String question) {
        return refuse(Question.of(question));
    }

    private static NoAnswerPolicy.NoAnswer refuse(Question question) {
        return refusal.explain(question, retriever.retrieve(new Query(question.text()), 8));
    }

    private static List<Passage> passages(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }
}

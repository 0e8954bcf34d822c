package pullquote.answer;

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
import pullquote.Samples;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.retrieval.ByMeaning;
import pullquote.retrieval.ByWords;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Fused;
import pullquote.retrieval.MiniLm;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.retrieval.Retriever;
import pullquote.retrieval.VectorFile;

/** Why there is no answer, and what comes nearest; with the real embeddings. */
class HonestRefusalTest {
    private static final Library ENGLISH = new Library(List.of(Interview.ARTICLE, Samples.BRIDGE, Samples.TEA));

    private static Embeddings embeddings;
    private static Retriever retriever;
    private static Refusal refusal;

    @BeforeAll
    static void read(@TempDir Path folder) {
        embeddings = Embeddings.of(
                new Library(Stream.concat(ENGLISH.articles().stream(), Stream.of(Samples.MARKET))
                        .toList()),
                new MiniLm(),
                new VectorFile(folder.resolve("vectors.bin"), MiniLm.NAME),
                (work, done, all) -> {});
        retriever = new Fused(new ByMeaning(ENGLISH, embeddings), new ByWords(ENGLISH));
        refusal = new HonestRefusal(ENGLISH, embeddings);
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
        var nothing = new HonestRefusal(new Library(List.of()), embeddings);

        Refusal.Refused refused = nothing.of(Question.of("Кто посетил задержанных?"), List.of());

        assertThat(refused.reason()).isEqualTo(Reason.NOTHING_LOADED);
        assertThat(refused.text()).isEqualTo("Статей, по которым можно ответить, нет.");
    }

    @Test
    void aQuestionInALanguageOfTheArticlesIsSupported() {
        var library = new Library(List.of(Interview.ARTICLE, Samples.MARKET));

        Refusal.Refused refused = new HonestRefusal(library, embeddings)
                .of(Question.of("Где будет открываться базар?"), passages(Samples.MARKET));

        assertThat(refused.reason()).isEqualTo(Reason.NOT_IN_ARTICLES);
        assertThat(refused.closest()).extracting(Evidence::article).containsOnly(Samples.MARKET);
    }

    @Test
    void whatAQuestionIsWrittenInCountsAndNotWhatItsAnswerShallBeIn() {
        var question = Question.of("How many people were detained?", Optional.of("kk"), Optional.empty());

        Refusal.Refused refused = refuse(question);

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
        String words = refusal.of(question, Interview.ALL).text().replaceAll("\\h", " ");
        assertThat(words).isEqualTo(text);
    }

    @Test
    void theDateIsOfTheNewestArticleThatWasFound() {
        var question = Question.of("Is the bridge closed now?");
        List<Passage> both = Stream.concat(Interview.ALL.stream(), passages(Samples.BRIDGE).stream())
                .toList();

        assertThat(refusal.of(question, both).text())
                .isEqualTo("The article is of 17 June 2022 and cannot know what came later.");
    }

    @Test
    void anArticleWithoutADateKnowsNoLater() {
        var library = new Library(List.of(Samples.MARKET));
        var question = Question.of("Рынок сейчас открыт?");

        assertThat(new HonestRefusal(library, embeddings)
                        .of(question, passages(Samples.MARKET))
                        .reason())
                .isEqualTo(Reason.NOT_IN_ARTICLES);
    }

    @Test
    void theLanguageOfOurMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(refusal.of(Question.of("Is Tokayev president now?"), Interview.ALL)
                            .text())
                    .isEqualTo("The article is of 31 January 2022 and cannot know what came later.");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Refusal.Refused refuse(String question) {
        return refuse(Question.of(question));
    }

    private static Refusal.Refused refuse(Question question) {
        return refusal.of(question, retriever.retrieve(new Query(question.text()), 8));
    }

    private static List<Passage> passages(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> new Passage(article, paragraph, 1))
                .toList();
    }
}

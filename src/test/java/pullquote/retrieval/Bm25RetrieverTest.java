package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.article.Library;

class Bm25RetrieverTest extends RetrieverContract {
    private final Retriever retriever = createRetriever(TestArticles.LIBRARY);

    @Override
    Retriever createRetriever(Library library) {
        return new Bm25Retriever(library);
    }

    @ParameterizedTest
    @CsvSource({
        // English: Porter stemmer
        "Who was detained?, arrests 1",
        "STUDENT, arrests 2",
        "prosecutors, arrests 3",
        "Is there a crack?, bridge 1",
        // Russian: Snowball stemmer
        "фермера, market 2",
        "на базаре, market 1",
        "открываются, market 1",
        "зеленая, market 1",
        // Kazakh: prefixes of five letters
        "балықшы көп, lake 2",
        "деңгейден, lake 1",
        "көтерілмейді, lake 1",
    })
    void finds_inflected_forms(String question, String label) {
        assertThat(TestArticles.retrievedLabels(retriever, question)).containsExactly(label);
    }

    @Test
    void matches_kazakh_words_by_their_first_five_letters() {
        assertThat(TestArticles.retrievedLabels(retriever, "балы балықты деңіз"))
                .containsExactly("lake 2");
        assertThat(TestArticles.retrievedLabels(retriever, "балы")).isEmpty();
    }

    @Test
    void rare_words_score_higher() {
        assertThat(TestArticles.retrievedLabels(retriever, "tenge grandmother"))
                .startsWith("tea 4")
                .contains("bridge 2");
    }

    @Test
    void expansion_words_count_by_their_weight() {
        assertThat(scores("cracks", Map.of())).containsOnlyKeys("bridge 1");
        assertThat(scores("cracks", Map.of("tenge", 0.2)))
                .containsEntry("bridge 1", scores("cracks", Map.of()).get("bridge 1"))
                .containsKeys("tea 2", "bridge 2")
                .hasEntrySatisfying(
                        "tea 2",
                        score -> assertThat(score)
                                .isEqualTo(0.2 * scores("tenge", Map.of()).get("tea 2"), Offset.offset(1e-6)));
    }

    @Test
    void expansion_can_lower_the_weight_of_a_question_word() {
        assertThat(scores("tenge", Map.of("tenge", 0.5)).get("tea 2"))
                .isEqualTo(0.5 * scores("tenge", Map.of()).get("tea 2"), Offset.offset(1e-6));
    }

    private Map<String, Double> scores(String question, Map<String, Double> expansion) {
        return retriever.retrieve(new Query(question, expansion, Optional.empty()), 100).stream()
                .collect(Collectors.toMap(TestArticles::label, Passage::score));
    }

    @Test
    void more_shared_words_score_higher() {
        assertThat(TestArticles.retrievedLabels(retriever, "teacher, tea, Turkistan"))
                .startsWith("tea 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+",
                "-",
                "&&",
                "||",
                "!",
                "(",
                ")",
                "{",
                "}",
                "[",
                "]",
                "^",
                "\"",
                "~",
                "*",
                "?",
                ":",
                "\\",
                "/",
                "'",
                "…",
                "🫖",
                "\0",
                " AND ",
                " OR ",
                " NOT ",
                " TO ",
                "<b>",
                " article:",
                " en:"
            })
    void treats_query_syntax_as_text(String syntax) {
        assertThat(TestArticles.retrievedLabels(retriever, syntax)).isEmpty();
        assertThat(TestArticles.retrievedLabels(retriever, syntax + " grandmother " + syntax))
                .containsExactly("tea 4");
        assertThat(TestArticles.retrievedLabels(
                        retriever, "Turkistan" + syntax + " " + syntax + "Turkistan " + syntax + "grandmother"))
                .containsExactly("tea 4");
    }

    @Test
    void supports_no_wildcards_ranges_or_fields() {
        assertThat(TestArticles.retrievedLabels(retriever, "grandm* grandmo? grandmoter~ /grand.*/"))
                .isEmpty();
        assertThat(TestArticles.retrievedLabels(retriever, "[a TO z] {a TO z} *:*"))
                .isEmpty();
        assertThat(TestArticles.retrievedLabels(retriever, "article:tea")).allMatch(label -> label.startsWith("tea"));
        assertThat(TestArticles.retrievedLabels(retriever, "lake")).isEmpty();
        assertThat(TestArticles.retrievedLabels(retriever, "-tenge")).containsExactlyInAnyOrder("tea 2", "bridge 2");
        assertThat(TestArticles.retrievedLabels(retriever, "+tenge +grandmother"))
                .contains("bridge 2", "tea 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?!",
                "the of and",
                "Who is he?",
                "What was it that they did to us?",
                "не и на",
                "Что это?"
            })
    void stop_words_find_nothing(String question) {
        assertThat(TestArticles.retrievedLabels(retriever, question)).isEmpty();
    }

    @Test
    void analyzes_each_article_in_its_own_language() {
        Retriever bilingual = createRetriever(TestArticles.library(
                TestArticles.article("en", "en", "The stemmer works on running text."),
                TestArticles.article("kk", "kk", "running мәтін")));

        assertThat(TestArticles.retrievedLabels(bilingual, "run")).containsExactly("en 1");
        assertThat(TestArticles.retrievedLabels(bilingual, "runni"))
                .contains("kk 1")
                .doesNotContain("en 1");
    }
}

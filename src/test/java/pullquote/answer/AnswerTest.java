package pullquote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pullquote.SampleArticles;
import pullquote.article.Article;
import pullquote.query.AnswerStatus;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.text.Span;

/** Tests that inconsistent answers cannot be constructed. */
class AnswerTest {
    private static final Evidence OPENING = firstSentence(SampleArticles.TEA);
    private static final Evidence CLOSING = firstSentence(SampleArticles.BRIDGE);
    private static final Evidence UNDATED = firstSentence(SampleArticles.MARKET);

    @Test
    void text_contains_citation_marks() {
        Answer answer = answered(
                List.of(sentence("A tea house opened.", 1), sentence("A bridge was closed.", 2, 1)),
                citations(OPENING, CLOSING));

        assertThat(answer.text()).isEqualTo("A tea house opened. [1] A bridge was closed. [2][1]");
        assertThat(answer.isAnswered()).isTrue();
    }

    @Test
    void date_is_that_of_the_latest_cited_article() {
        assertThat(answered(List.of(sentence("So it is.", 1, 2, 3)), citations(UNDATED, CLOSING, OPENING))
                        .latestArticleDate())
                .contains(LocalDate.of(2022, 6, 17));
        assertThat(answered(List.of(sentence("So it is.", 1)), citations(UNDATED))
                        .latestArticleDate())
                .isEmpty();
        assertThat(unanswered(List.of(OPENING)).latestArticleDate()).isEmpty();
    }

    @Test
    void sentences_require_text_and_a_citation() {
        assertThatThrownBy(() -> sentence("So it is."))
                .hasMessage("sentence without citations: So it is.")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sentence(" ", 1)).hasMessage("a sentence must not be blank");
        assertThatThrownBy(() -> new VerifiedSentence("So it is.", List.of()))
                .hasMessage("sentence without evidence: So it is.");
    }

    @Test
    void citations_are_numbered_by_first_use() {
        assertThatThrownBy(() -> answered(
                        List.of(sentence("A bridge was closed.", 2), sentence("A tea house opened.", 1)),
                        citations(OPENING, CLOSING)))
                .hasMessage("citation 2 is used before 1");
        assertThatThrownBy(() -> answered(List.of(sentence("So it is.", 0)), citations(OPENING)))
                .hasMessage("citation 0 is used before 1");
        assertThatThrownBy(() -> answered(List.of(sentence("So it is.", 1)), List.of(new Citation(2, OPENING))))
                .hasMessage("citation 1 has the number 2");
    }

    @Test
    void citations_and_citation_numbers_match() {
        assertThatThrownBy(() -> answered(List.of(sentence("So it is.", 1)), citations(OPENING, CLOSING)))
                .hasMessage("2 citations, but 1 are used");
        assertThatThrownBy(() -> answered(List.of(sentence("So it is.", 1, 2)), citations(OPENING)))
                .hasMessage("1 citations, but 2 are used");
    }

    @Test
    void has_either_sentences_or_a_reason() {
        assertThatThrownBy(() -> answered(List.of(), List.of()))
                .hasMessage("an answer must have either sentences or a reason");
        assertThatThrownBy(() -> answer(
                        Optional.of(NoAnswerReason.OFF_TOPIC),
                        List.of(sentence("So it is.", 1)),
                        citations(OPENING),
                        List.of()))
                .hasMessage("an answer must have either sentences or a reason");
    }

    @Test
    void closest_passages_require_that_there_is_no_answer() {
        assertThat(unanswered(List.of(OPENING, CLOSING)).closest()).containsExactly(OPENING, CLOSING);
        assertThatThrownBy(() -> answer(
                        Optional.empty(), List.of(sentence("So it is.", 1)), citations(OPENING), List.of(CLOSING)))
                .hasMessage("only an answer that was not found can have closest passages");
    }

    @Test
    void evidence_must_lie_within_the_text() {
        var paragraph = SampleArticles.TEA.paragraphs().get(0);
        int length = paragraph.text().length();

        assertThat(new Evidence(SampleArticles.TEA, paragraph, new Span(0, length)).quote())
                .isEqualTo(paragraph.text());
        assertThatThrownBy(() -> new Evidence(SampleArticles.TEA, paragraph, new Span(0, length + 1)))
                .hasMessageEndingWith("exceeds paragraph 1");
        assertThatThrownBy(() -> new Evidence(SampleArticles.BRIDGE, paragraph, new Span(0, 1)))
                .hasMessageStartingWith("paragraph 1 is not in article bridge");
    }

    @Test
    void copies_its_arguments() {
        var numbers = Arrays.asList(1);
        var sentence = new Sentence("So it is.", numbers);

        numbers.set(0, 2);

        assertThat(sentence.citationNumbers()).containsExactly(1);
    }

    private static Evidence firstSentence(Article article) {
        var paragraph = article.paragraphs().get(0);
        return new Evidence(article, paragraph, article.sentences(paragraph).get(0));
    }

    private static Sentence sentence(String text, Integer... citations) {
        return new Sentence(text, List.of(citations));
    }

    private static List<Citation> citations(Evidence... evidence) {
        return Arrays.stream(evidence)
                .map(one -> new Citation(Arrays.asList(evidence).indexOf(one) + 1, one))
                .toList();
    }

    private static Answer answered(List<Sentence> sentences, List<Citation> citations) {
        return answer(Optional.empty(), sentences, citations, List.of());
    }

    private static Answer unanswered(List<Evidence> closest) {
        return answer(Optional.of(NoAnswerReason.NOT_IN_ARTICLES), List.of(), List.of(), closest);
    }

    private static Answer answer(
            Optional<NoAnswerReason> reason,
            List<Sentence> sentences,
            List<Citation> citations,
            List<Evidence> closest) {
        var question = Question.of("What is so?");
        return reason.map(why -> new Answer(
                        "id",
                        question,
                        AnswerStatus.NOT_FOUND,
                        reason,
                        "No.",
                        sentences,
                        citations,
                        closest,
                        List.of(),
                        "x",
                        Optional.empty(),
                        Duration.ZERO))
                .orElseGet(() -> closest.isEmpty()
                        ? Answer.answered("id", question, sentences, citations, "x", Optional.empty(), Duration.ZERO)
                        : new Answer(
                                "id",
                                question,
                                AnswerStatus.ANSWERED,
                                reason,
                                "So.",
                                sentences,
                                citations,
                                closest,
                                List.of(),
                                "x",
                                Optional.empty(),
                                Duration.ZERO));
    }
}

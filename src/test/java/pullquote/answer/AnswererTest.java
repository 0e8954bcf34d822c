package pullquote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.verify.ClaimVerifier;

/** Tests the path from a question to an answer, with generators that misbehave. */
class AnswererTest {
    private static final Question QUESTION = Question.of("What did the CSTO do?");
    private static final Evidence PLANNED = InterviewArticle.sentence(4, 2);
    private static final Evidence FORCE = InterviewArticle.sentence(7, 1);
    private static final Evidence CSTO = InterviewArticle.sentence(12, 1);
    private static final String INVENTED = "The President resigned.";

    private final List<String> events = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private final ScriptedGenerator model = new ScriptedGenerator("house/model");
    private final ScriptedGenerator fallback = new ScriptedGenerator("extractive");
    private List<Passage> retrieved = InterviewArticle.passages(4, 7, 12);
    private boolean cancelled;

    @Test
    void drops_unverified_sentences() {
        model.drafts(INVENTED).drafts(CSTO).drafts("The attacks were not planned.");

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(events).containsExactly("passages 4 7 12", CSTO.quote() + " [1]");
    }

    @Test
    void sends_passages_first_and_each_sentence_once_verified() {
        model.runs(desk -> events.add("(writing)"))
                .drafts("The attacks were planned.")
                .runs(desk -> events.add("(still writing)"))
                .drafts("No force was used against the demonstrators, the President stated.");

        answer();

        assertThat(events)
                .containsExactly(
                        "passages 4 7 12",
                        "(writing)",
                        "The attacks were planned. [1]",
                        "(still writing)",
                        "No force was used against the demonstrators, the President stated. [2]");
    }

    @Test
    void same_span_keeps_its_citation_number() {
        model.drafts("The attacks were planned.").drafts(CSTO).drafts("The attacks were coordinated.");

        Answer answer = answer();

        assertThat(answer.sentences())
                .extracting(Sentence::citationNumbers)
                .containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(answer.citations()).extracting(Citation::evidence).containsExactly(PLANNED, CSTO);
    }

    @Test
    void shows_the_same_sentence_once() {
        model.drafts(PLANNED).drafts(CSTO).drafts(PLANNED);

        Answer answer = answer();

        assertThat(answer.sentences()).extracting(Sentence::text).containsExactly(PLANNED.quote(), CSTO.quote());
        assertThat(events).hasSize(3);
    }

    @Test
    void shows_a_sentence_once_even_with_different_evidence() {
        model.drafts(PLANNED).runs(desk -> desk.accept(new DraftSentence(PLANNED.quote(), List.of(CSTO))));
        Verifier trusting = (draft, passages) -> Optional.of(new VerifiedSentence(draft.text(), draft.evidence()));

        Answer answer = new Answerer(this::search, model, fallback, trusting, this::explainNoAnswer)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
    }

    @Test
    void a_sentence_that_fails_gives_way_to_the_sources_it_cites_in_its_place() {
        model.drafts(PLANNED)
                .runs(sink -> sink.accept(new DraftSentence("The force left in 1999.", List.of(FORCE, CSTO))))
                .drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.sentences())
                .extracting(Sentence::text)
                .containsExactly(PLANNED.quote(), FORCE.quote(), CSTO.quote());
        assertThat(answer.sentences()).extracting(Sentence::isReplacement).containsExactly(false, true, true);
        assertThat(answer.sentences()).extracting(Sentence::support).containsOnly(Support.VERBATIM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visited the detainees and visited the detainees and visited the detainees and visited the detainees.",
                "He came . . . . . and went.",
                "He came,,,, and went.",
                "He came [[[[ and went.",
                "He\u0000came.",
            })
    void malformed_text_never_reaches_a_reader(String text) {
        Verifier trusting = (draft, passages) -> Optional.of(new VerifiedSentence(draft.text(), draft.evidence()));
        model.runs(sink -> sink.accept(new DraftSentence(text, List.of(CSTO))));

        Answer answer = new Answerer(this::search, model, fallback, trusting, this::explainNoAnswer)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
    }

    @Test
    void a_sentence_of_more_than_600_characters_gives_way_to_its_sources() {
        Verifier trusting = (draft, passages) -> Optional.of(new VerifiedSentence(draft.text(), draft.evidence()));
        var words = IntStream.range(0, 130).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        model.runs(sink -> sink.accept(new DraftSentence(words + ".", List.of(CSTO))));

        Answer answer = new Answerer(this::search, model, fallback, trusting, this::explainNoAnswer)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
    }

    @Test
    void keeps_verified_sentences_when_the_llm_breaks_off() {
        model.drafts(PLANNED).fails();
        fallback.drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).contains("The language model stopped early. The answer may be incomplete.");
        assertThat(fallback.callCount).isZero();
    }

    @Test
    void fallback_answers_when_the_llm_fails_before_the_first_sentence() {
        model.fails();
        fallback.drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
        assertThat(answer.notice())
                .contains(
                        "The language model didn’t answer this time. These sentences come straight from the articles.");
    }

    @Test
    void fallback_answers_after_an_unexpected_exception() {
        model.runs(desk -> {
            throw new IllegalStateException("a bug in a library");
        });
        fallback.drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
    }

    @Test
    void rethrows_when_the_fallback_fails() {
        model.fails();
        fallback.runs(desk -> {
            throw new IllegalStateException("a bug of ours");
        });

        assertThatThrownBy(this::answer).hasMessage("a bug of ours");
    }

    @Test
    void rethrows_listener_exceptions_without_a_fallback() {
        model.drafts(CSTO);
        fallback.drafts(CSTO);
        var listener = new AnswerListener() {
            @Override
            public void onSentence(Sentence sentence, List<Citation> citations) {
                throw new IllegalStateException("the line to the reader is broken");
            }
        };

        assertThatThrownBy(() -> answerer().answer(QUESTION, listener)).hasMessage("the line to the reader is broken");
        assertThat(fallback.callCount).isZero();
    }

    @Test
    void accepts_that_the_llm_finds_no_answer() {
        fallback.drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.reason()).contains(NoAnswerReason.NOT_IN_ARTICLES);
        assertThat(answer.text()).isEqualTo("I couldn’t find an answer to that in this article.");
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(fallback.callCount).isZero();
    }

    @Test
    void fallback_answers_when_no_llm_sentence_is_verified() {
        model.drafts(INVENTED).drafts("So it is.");
        fallback.drafts(FORCE);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(FORCE.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
        assertThat(answer.notice()).as("it is no fault that readers notice").isEmpty();
        assertThat(events).containsExactly("passages 4 7 12", FORCE.quote() + " [1]");
    }

    @Test
    void runs_a_generator_once_if_it_is_its_own_fallback() {
        model.drafts(INVENTED);

        Answer answer = new Answerer(this::search, model, model, new ClaimVerifier(), this::explainNoAnswer)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.isAnswered()).isFalse();
        assertThat(model.callCount).isOne();
    }

    @Test
    void skips_the_fallback_after_cancellation() {
        model.runs(desk -> cancelled = true)
                .runs(desk -> events.add("abandoned: " + desk.isCancelled()))
                .fails();

        Answer answer = answer();

        assertThat(answer.isAnswered()).isFalse();
        assertThat(events).contains("abandoned: true");
        assertThat(fallback.callCount).isZero();
    }

    @Test
    void skips_generation_when_nothing_is_retrieved() {
        retrieved = List.of();
        model.drafts(CSTO);

        Answer answer = answer();

        assertThat(answer.reason()).contains(NoAnswerReason.OFF_TOPIC);
        assertThat(answer.sentences()).isEmpty();
        assertThat(events).containsExactly("passages");
        assertThat(model.callCount + fallback.callCount).isZero();
    }

    @Test
    void searches_only_the_requested_article() {
        answerer().answer(Question.of("What?", Optional.empty(), Optional.of("tea")), AnswerListener.NO_OP);

        assertThat(queries).containsExactly(new Query("What?", Optional.of("tea")));
    }

    @Test
    void searches_with_the_expansion_from_the_conversation() {
        answerer().answer(Question.of("What?").withExpansion(Map.of("tea", 0.3)), AnswerListener.NO_OP);

        assertThat(queries).containsExactly(new Query("What?", Map.of("tea", 0.3), Optional.empty()));
    }

    @Test
    void every_answer_has_a_unique_id() {
        model.drafts(CSTO);

        assertThat(answer().id()).matches("[0-9a-f]{32}").isNotEqualTo(answer().id());
    }

    private Answer answer() {
        return answerer().answer(QUESTION, new AnswerListener() {
            @Override
            public void onPassages(List<Passage> passages) {
                events.add(passages.stream()
                        .map(passage -> " " + passage.paragraph().number())
                        .collect(Collectors.joining("", "passages", "")));
            }

            @Override
            public void onSentence(Sentence sentence, List<Citation> citations) {
                assertThat(citations).extracting(Citation::number).isEqualTo(sentence.citationNumbers());
                events.add(sentence.withCitationMarks());
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        });
    }

    private Answerer answerer() {
        return new Answerer(this::search, model, fallback, new ClaimVerifier(), this::explainNoAnswer);
    }

    private List<Passage> search(Query query, int limit) {
        queries.add(query);
        return retrieved;
    }

    private NoAnswer explainNoAnswer(Question question, List<Passage> passages) {
        return new NoAnswer(
                passages.isEmpty() ? NoAnswerReason.OFF_TOPIC : NoAnswerReason.NOT_IN_ARTICLES,
                List.of(),
                1,
                Optional.empty());
    }
}

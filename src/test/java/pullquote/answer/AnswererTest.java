package pullquote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pullquote.answer.proof.StrictProof;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;

/** The path from a question to an answer, whatever the writers on it do. */
class AnswererTest {
    private static final Question QUESTION = Question.of("What did the CSTO do?");
    private static final Evidence PLANNED = Interview.sentence(4, 2);
    private static final Evidence FORCE = Interview.sentence(7, 1);
    private static final Evidence CSTO = Interview.sentence(12, 1);
    private static final String INVENTED = "The President resigned.";

    private final List<String> heard = new ArrayList<>();
    private final List<Query> searched = new ArrayList<>();
    private final Penman model = new Penman("house/model");
    private final Penman fallback = new Penman("extractive");
    private List<Passage> found = Interview.passages(4, 7, 12);
    private boolean gone;

    @Test
    void whatIsNotProvedReachesNobody() {
        model.writes(INVENTED).writes(CSTO).writes("The attacks were not planned.");

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.writer()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(heard).containsExactly("passages 4 7 12", CSTO.quote() + " [1]");
    }

    @Test
    void passagesAreHeardFirstAndEachSentenceWhenItIsProved() {
        model.does(desk -> heard.add("(writing)"))
                .writes("The attacks were planned.")
                .does(desk -> heard.add("(still writing)"))
                .writes("No force was used against the demonstrators, the President stated.");

        answer();

        assertThat(heard)
                .containsExactly(
                        "passages 4 7 12",
                        "(writing)",
                        "The attacks were planned. [1]",
                        "(still writing)",
                        "No force was used against the demonstrators, the President stated. [2]");
    }

    @Test
    void theSameSpanKeepsItsNumber() {
        model.writes("The attacks were planned.").writes(CSTO).writes("The attacks were coordinated.");

        Answer answer = answer();

        assertThat(answer.sentences())
                .extracting(Sentence::citations)
                .containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(answer.citations()).extracting(Citation::evidence).containsExactly(PLANNED, CSTO);
    }

    @Test
    void theSameSentenceIsShownOnce() {
        model.writes(PLANNED).writes(CSTO).writes(PLANNED);

        Answer answer = answer();

        assertThat(answer.sentences()).extracting(Sentence::text).containsExactly(PLANNED.quote(), CSTO.quote());
        assertThat(heard).hasSize(3);
    }

    @Test
    void aSentenceIsShownOnceWhateverIsSaidToProveIt() {
        model.writes(PLANNED).does(desk -> desk.put(new Draft(PLANNED.quote(), List.of(CSTO))));
        Proof trusting = (draft, passages) -> Optional.of(new Proved(draft.text(), draft.evidence()));

        Answer answer = new Answerer(this::search, model, fallback, trusting, this::refuse)
                .answer(QUESTION, AnswerListener.NONE);

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
    }

    @Test
    void aModelThatBreaksOffKeepsWhatWasProved() {
        model.writes(PLANNED).breaksOff();
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
        assertThat(answer.writer()).isEqualTo("house/model");
        assertThat(answer.notice()).contains("The language model broke off. The answer may be incomplete.");
        assertThat(fallback.asked).isZero();
    }

    @Test
    void whenAModelBreaksOffBeforeAnotherWriterAnswersAndIsNamed() {
        model.breaksOff();
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.writer()).isEqualTo("extractive");
        assertThat(answer.notice())
                .contains("The language model gave no answer this time. These are the articles’ own sentences.");
    }

    @Test
    void whenAModelFailsInAWayNobodyThoughtOfAnotherWriterAnswers() {
        model.does(desk -> {
            throw new IllegalStateException("a bug in a library");
        });
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.writer()).isEqualTo("extractive");
    }

    @Test
    void whenTheLastWriterFailsTheArticlesAreNotBlamed() {
        model.breaksOff();
        fallback.does(desk -> {
            throw new IllegalStateException("a bug of ours");
        });

        assertThatThrownBy(this::answer).hasMessage("a bug of ours");
    }

    @Test
    void aListenerThatFailsIsNoFaultOfTheWriters() {
        model.writes(CSTO);
        fallback.writes(CSTO);
        var listener = new AnswerListener() {
            @Override
            public void sentence(Sentence sentence, List<Citation> citations) {
                throw new IllegalStateException("the line to the reader is broken");
            }
        };

        assertThatThrownBy(() -> answerer().answer(QUESTION, listener)).hasMessage("the line to the reader is broken");
        assertThat(fallback.asked).isZero();
    }

    @Test
    void aModelThatFindsNoAnswerIsTakenAtItsWord() {
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.reason()).contains(Reason.NOT_IN_ARTICLES);
        assertThat(answer.text()).isEqualTo("The articles do not say.");
        assertThat(answer.writer()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(fallback.asked).isZero();
    }

    @Test
    void whenNothingThatAModelWritesIsProvedAnotherWriterAnswers() {
        model.writes(INVENTED).writes("So it is.");
        fallback.writes(FORCE);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(FORCE.quote() + " [1]");
        assertThat(answer.writer()).isEqualTo("extractive");
        assertThat(answer.notice()).as("it is no fault that readers notice").isEmpty();
        assertThat(heard).containsExactly("passages 4 7 12", FORCE.quote() + " [1]");
    }

    @Test
    void aWriterThatIsItsOwnFallbackIsAskedOnce() {
        model.writes(INVENTED);

        Answer answer = new Answerer(this::search, model, model, new StrictProof(), this::refuse)
                .answer(QUESTION, AnswerListener.NONE);

        assertThat(answer.isFound()).isFalse();
        assertThat(model.asked).isOne();
    }

    @Test
    void forAReaderWhoHasGoneNobodyWritesAgain() {
        model.does(desk -> gone = true)
                .does(desk -> heard.add("abandoned: " + desk.isAbandoned()))
                .breaksOff();

        Answer answer = answer();

        assertThat(answer.isFound()).isFalse();
        assertThat(heard).contains("abandoned: true");
        assertThat(fallback.asked).isZero();
    }

    @Test
    void whereNothingIsFoundNobodyIsAskedToWrite() {
        found = List.of();
        model.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.reason()).contains(Reason.OFF_TOPIC);
        assertThat(answer.sentences()).isEmpty();
        assertThat(heard).containsExactly("passages");
        assertThat(model.asked + fallback.asked).isZero();
    }

    @Test
    void theArticleThatWasAskedAboutIsTheOneThatIsSearched() {
        answerer().answer(Question.of("What?", Optional.empty(), Optional.of("tea")), AnswerListener.NONE);

        assertThat(searched).containsExactly(new Query("What?", Optional.of("tea")));
    }

    @Test
    void whatTheConversationAddsIsSearchedForToo() {
        answerer().answer(Question.of("What?").expandedBy(Map.of("tea", 0.3)), AnswerListener.NONE);

        assertThat(searched).containsExactly(new Query("What?", Map.of("tea", 0.3), Optional.empty()));
    }

    @Test
    void someQuestionsAreLeftToAnotherWhoKnowsMoreOfTheirLanguage() {
        model.writes(CSTO);
        fallback.writes(FORCE);
        var polyglot = new Answerer(this::search, fallback, fallback, new StrictProof(), this::refuse);
        Answerer answerer = answerer().leaving(question -> question.writtenIn().equals("ru"), polyglot);

        assertThat(answerer.answer(Question.of("Что сделала ОДКБ?"), AnswerListener.NONE)
                        .text())
                .isEqualTo(FORCE.quote() + " [1]");
        assertThat(answerer.answer(QUESTION, AnswerListener.NONE).text()).isEqualTo(CSTO.quote() + " [1]");
    }

    @Test
    void everyAnswerHasANameOfItsOwn() {
        model.writes(CSTO);

        assertThat(answer().id()).matches("[0-9a-f]{32}").isNotEqualTo(answer().id());
    }

    private Answer answer() {
        return answerer().answer(QUESTION, new AnswerListener() {
            @Override
            public void passages(List<Passage> passages) {
                heard.add(passages.stream()
                        .map(passage -> " " + passage.paragraph().number())
                        .collect(Collectors.joining("", "passages", "")));
            }

            @Override
            public void sentence(Sentence sentence, List<Citation> citations) {
                assertThat(citations).extracting(Citation::number).isEqualTo(sentence.citations());
                heard.add(sentence.marked());
            }

            @Override
            public boolean isGone() {
                return gone;
            }
        });
    }

    private Answerer answerer() {
        return new Answerer(this::search, model, fallback, new StrictProof(), this::refuse);
    }

    private List<Passage> search(Query query, int limit) {
        searched.add(query);
        return found;
    }

    private Refusal.Refused refuse(Question question, List<Passage> passages) {
        return new Refusal.Refused(
                passages.isEmpty() ? Reason.OFF_TOPIC : Reason.NOT_IN_ARTICLES, "The articles do not say.", List.of());
    }
}

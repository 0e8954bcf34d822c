package pullquote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pullquote.query.Question;
import pullquote.query.Reason;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
import pullquote.verify.ClaimVerifier;

/** The path from a question to an answer, whatever the writers on it do. */
class AnswererTest {
    private static final Question QUESTION = Question.of("What did the CSTO do?");
    private static final Evidence PLANNED = InterviewArticle.sentence(4, 2);
    private static final Evidence FORCE = InterviewArticle.sentence(7, 1);
    private static final Evidence CSTO = InterviewArticle.sentence(12, 1);
    private static final String INVENTED = "The President resigned.";

    private final List<String> heard = new ArrayList<>();
    private final List<Query> searched = new ArrayList<>();
    private final ScriptedGenerator model = new ScriptedGenerator("house/model");
    private final ScriptedGenerator fallback = new ScriptedGenerator("extractive");
    private List<Passage> found = InterviewArticle.passages(4, 7, 12);
    private boolean gone;

    @Test
    void whatIsNotProvedReachesNobody() {
        model.writes(INVENTED).writes(CSTO).writes("The attacks were not planned.");

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(heard).containsExactly("passages 4 7 12", CSTO.quote() + " [1]");
    }

    @Test
    void passagesAreHeardFirstAndEachSentenceWhenItIsProved() {
        model.runs(desk -> heard.add("(writing)"))
                .writes("The attacks were planned.")
                .runs(desk -> heard.add("(still writing)"))
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
        model.writes(PLANNED).runs(desk -> desk.accept(new DraftSentence(PLANNED.quote(), List.of(CSTO))));
        Verifier trusting = (draft, passages) -> Optional.of(new VerifiedSentence(draft.text(), draft.evidence()));

        Answer answer = new Answerer(this::search, model, fallback, trusting, this::refuse)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
    }

    @Test
    void aModelThatBreaksOffKeepsWhatWasProved() {
        model.writes(PLANNED).breaksOff();
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(PLANNED.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).contains("The language model broke off. The answer may be incomplete.");
        assertThat(fallback.asked).isZero();
    }

    @Test
    void whenAModelBreaksOffBeforeAnotherWriterAnswersAndIsNamed() {
        model.breaksOff();
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
        assertThat(answer.notice())
                .contains("The language model gave no answer this time. These are the articles’ own sentences.");
    }

    @Test
    void whenAModelFailsInAWayNobodyThoughtOfAnotherWriterAnswers() {
        model.runs(desk -> {
            throw new IllegalStateException("a bug in a library");
        });
        fallback.writes(CSTO);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(CSTO.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
    }

    @Test
    void whenTheLastWriterFailsTheArticlesAreNotBlamed() {
        model.breaksOff();
        fallback.runs(desk -> {
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
            public void onSentence(Sentence sentence, List<Citation> citations) {
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
        assertThat(answer.generator()).isEqualTo("house/model");
        assertThat(answer.notice()).isEmpty();
        assertThat(fallback.asked).isZero();
    }

    @Test
    void whenNothingThatAModelWritesIsProvedAnotherWriterAnswers() {
        model.writes(INVENTED).writes("So it is.");
        fallback.writes(FORCE);

        Answer answer = answer();

        assertThat(answer.text()).isEqualTo(FORCE.quote() + " [1]");
        assertThat(answer.generator()).isEqualTo("extractive");
        assertThat(answer.notice()).as("it is no fault that readers notice").isEmpty();
        assertThat(heard).containsExactly("passages 4 7 12", FORCE.quote() + " [1]");
    }

    @Test
    void aWriterThatIsItsOwnFallbackIsAskedOnce() {
        model.writes(INVENTED);

        Answer answer = new Answerer(this::search, model, model, new ClaimVerifier(), this::refuse)
                .answer(QUESTION, AnswerListener.NO_OP);

        assertThat(answer.isAnswered()).isFalse();
        assertThat(model.asked).isOne();
    }

    @Test
    void forAReaderWhoHasGoneNobodyWritesAgain() {
        model.runs(desk -> gone = true)
                .runs(desk -> heard.add("abandoned: " + desk.isCancelled()))
                .breaksOff();

        Answer answer = answer();

        assertThat(answer.isAnswered()).isFalse();
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
        answerer().answer(Question.of("What?", Optional.empty(), Optional.of("tea")), AnswerListener.NO_OP);

        assertThat(searched).containsExactly(new Query("What?", Optional.of("tea")));
    }

    @Test
    void whatTheConversationAddsIsSearchedForToo() {
        answerer().answer(Question.of("What?").withExpansion(Map.of("tea", 0.3)), AnswerListener.NO_OP);

        assertThat(searched).containsExactly(new Query("What?", Map.of("tea", 0.3), Optional.empty()));
    }

    @Test
    void everyAnswerHasANameOfItsOwn() {
        model.writes(CSTO);

        assertThat(answer().id()).matches("[0-9a-f]{32}").isNotEqualTo(answer().id());
    }

    private Answer answer() {
        return answerer().answer(QUESTION, new AnswerListener() {
            @Override
            public void onPassages(List<Passage> passages) {
                heard.add(passages.stream()
                        .map(passage -> " " + passage.paragraph().number())
                        .collect(Collectors.joining("", "passages", "")));
            }

            @Override
            public void onSentence(Sentence sentence, List<Citation> citations) {
                assertThat(citations).extracting(Citation::number).isEqualTo(sentence.citations());
                heard.add(sentence.withCitationMarks());
            }

            @Override
            public boolean isCancelled() {
                return gone;
            }
        });
    }

    private Answerer answerer() {
        return new Answerer(this::search, model, fallback, new ClaimVerifier(), this::refuse);
    }

    private List<Passage> search(Query query, int limit) {
        searched.add(query);
        return found;
    }

    private NoAnswer refuse(Question question, List<Passage> passages) {
        return new NoAnswer(
                passages.isEmpty() ? Reason.OFF_TOPIC : Reason.NOT_IN_ARTICLES, List.of(), 1, Optional.empty());
    }
}

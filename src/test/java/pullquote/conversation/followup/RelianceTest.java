package pullquote.conversation.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.answer.Question;
import pullquote.conversation.Exchange;

/** A question that does not say of what it asks is searched for with the words of the conversation. */
class RelianceTest {
    private static final List<Exchange> BEFORE = List.of(Rewriting.exchange(
            Question.of("Who built the Tersek power plant?"), "Who built the Tersek power plant?", ""));

    private static Map<String, Double> expansionOf(String question) {
        return new FollowUps().standalone(Question.of(question), BEFORE).expansion();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What are the risks?", "Interesting. What went wrong?", "What are some alternatives?"})
    void whatSaysTooLittleTakesWordsFromBefore(String question) {
        assertThat(expansionOf(question)).containsKeys("tersek", "plant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who visited the detainees in the pre-trial detention center?",
                "How many people took part in the marathon in Karasai?",
                "When did President Tokayev give his first interview?",
            })
    void whatSaysItAllTakesNothing(String question) {
        assertThat(expansionOf(question)).isEmpty();
    }
}

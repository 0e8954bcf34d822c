package pullquote.query.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.query.Question;
import pullquote.query.Turn;

/** Tests that questions that depend on the conversation are expanded with its words. */
class ContextDependenceTest {
    private static final List<Turn> HISTORY = List.of(RewriteExample.createTurn(
            Question.of("Who built the Tersek power plant?"), "Who built the Tersek power plant?", ""));

    private static Map<String, Double> expansionOf(String question) {
        return new RuleBasedQueryRewriter()
                .rewrite(Question.of(question), HISTORY)
                .expansion();
    }

    @ParameterizedTest
    @ValueSource(strings = {"What are the risks?", "Interesting. What went wrong?", "What are some alternatives?"})
    void expands_an_underspecified_question_with_context(String question) {
        assertThat(expansionOf(question)).containsKeys("tersek", "plant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who visited the detainees in the pre-trial detention center?",
                "How many people took part in the marathon in Karasai?",
                "When did President Tokayev give his first interview?",
            })
    void does_not_expand_a_complete_question(String question) {
        assertThat(expansionOf(question)).isEmpty();
    }
}

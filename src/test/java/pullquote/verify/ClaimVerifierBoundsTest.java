package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.answer.DraftSentence;
import pullquote.answer.InterviewArticle;

/** However a sentence is built, its verification ends. Hanging for minutes was possible; these limits are generous. */
class ClaimVerifierBoundsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MAX_LENGTH = 600;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visited the detainees and ",
                "Tokayev said that ",
                "not ",
                "and ",
                "; ",
                "Jan. 7, ",
                "11 percent of ",
                "“order” ",
                "the President of the Republic of Kazakhstan, ",
                "who said that he ",
                "(CSTO) ",
            })
    void a_sentence_of_the_maximum_length_is_given_up_in_time(String piece) {
        String text = piece.repeat(MAX_LENGTH / piece.length()).strip() + ".";
        var verifier = new ClaimVerifier();

        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < 5; i++) {
                assertThat(verifier.verify(new DraftSentence(text, List.of()), InterviewArticle.ALL_PASSAGES))
                        .isEmpty();
            }
        });
    }
}

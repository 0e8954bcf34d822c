package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.SampleArticles;
import pullquote.answer.DraftSentence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.Verifier;

/** How many untrue sentences reach readers, and how many true ones do not. */
class CorruptionsTest {
    /** What nobody may ever see altered. */
    private static final Set<String> GRAVE = Set.of("number", "date", "quote", "negation");

    private static final Set<String> PLAIN = Set.of("shortened", "reordered", "passive");

    private final Verifier proof = new ClaimVerifier();

    @ParameterizedTest
    @ValueSource(strings = {"corruptions", "heldout-corruptions"})
    void noNumberDateQuotationOrDenialIsShownAltered(String file) {
        assertThat(HandWrittenClaims.in(file))
                .filteredOn(one -> GRAVE.contains(one.kind()))
                .hasSizeGreaterThan(40)
                .filteredOn(this::isShown)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corruptions", "heldout-corruptions"})
    void ofAllUntrueSentencesThreeInAHundredAtMostAreShown(String file) {
        List<HandWrittenClaims> all = HandWrittenClaims.in(file);

        assertThat(all.stream().filter(this::isShown)).hasSizeLessThanOrEqualTo((int) (all.size() * 0.03));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paraphrases", "heldout-paraphrases"})
    void mostPlainParaphrasesAreShown(String file) {
        List<HandWrittenClaims> plain = HandWrittenClaims.in(file).stream()
                .filter(one -> PLAIN.contains(one.kind()))
                .toList();

        assertThat(plain.stream().filter(this::isShown)).hasSizeGreaterThan((int) (plain.size() * 0.75));
    }

    @Test
    void theInterviewCorruptedByMachineIsStopped() {
        var corruptions = new Corruptions(InterviewArticle.ARTICLE, SampleArticles.TEA, new Random(1));
        var all = new ArrayList<Corruptions.Corruption>();
        for (int round = 0; round < 5; round++) {
            Corruptions.sentencesOf(InterviewArticle.ARTICLE).forEach(sentence -> all.addAll(corruptions.of(sentence)));
        }

        List<Corruptions.Corruption> shown = all.stream()
                .filter(one -> proof.verify(new DraftSentence(one.text(), List.of()), InterviewArticle.ALL_PASSAGES)
                        .isPresent())
                .toList();
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(shown).filteredOn(one -> GRAVE.contains(one.kind())).isEmpty();
        assertThat(shown).hasSizeLessThanOrEqualTo((int) (all.size() * 0.05));
    }

    private boolean isShown(HandWrittenClaims one) {
        return proof.verify(new DraftSentence(one.text(), List.of()), one.passages())
                .isPresent();
    }
}

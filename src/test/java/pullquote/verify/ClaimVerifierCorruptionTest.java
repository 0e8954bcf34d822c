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
class ClaimVerifierCorruptionTest {
    /** What nobody may ever see altered. */
    private static final Set<String> CRITICAL_KINDS = Set.of("number", "date", "quote", "negation");

    private static final Set<String> SIMPLE_KINDS = Set.of("shortened", "reordered", "passive");

    private final Verifier verifier = new ClaimVerifier();

    @ParameterizedTest
    @ValueSource(strings = {"corruptions", "heldout-corruptions"})
    void altered_numbers_dates_quotations_and_negations_are_rejected(String file) {
        assertThat(HandWrittenSentence.load(file))
                .filteredOn(one -> CRITICAL_KINDS.contains(one.kind()))
                .hasSizeGreaterThan(40)
                .filteredOn(this::isAccepted)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"corruptions", "heldout-corruptions"})
    void at_most_3_percent_of_false_sentences_are_accepted(String file) {
        List<HandWrittenSentence> all = HandWrittenSentence.load(file);

        assertThat(all.stream().filter(this::isAccepted)).hasSizeLessThanOrEqualTo((int) (all.size() * 0.03));
    }

    @ParameterizedTest
    @ValueSource(strings = {"paraphrases", "heldout-paraphrases"})
    void most_simple_paraphrases_are_accepted(String file) {
        List<HandWrittenSentence> plain = HandWrittenSentence.load(file).stream()
                .filter(one -> SIMPLE_KINDS.contains(one.kind()))
                .toList();

        assertThat(plain.stream().filter(this::isAccepted)).hasSizeGreaterThan((int) (plain.size() * 0.75));
    }

    @Test
    void at_most_5_percent_of_generated_corruptions_are_accepted() {
        var corruptions = new SentenceCorruptor(InterviewArticle.ARTICLE, SampleArticles.TEA, new Random(1));
        var all = new ArrayList<SentenceCorruptor.Corruption>();
        for (int round = 0; round < 5; round++) {
            SentenceCorruptor.sentencesOf(InterviewArticle.ARTICLE)
                    .forEach(sentence -> all.addAll(corruptions.corrupt(sentence)));
        }

        List<SentenceCorruptor.Corruption> shown = all.stream()
                .filter(one -> verifier.verify(new DraftSentence(one.text(), List.of()), InterviewArticle.ALL_PASSAGES)
                        .isPresent())
                .toList();
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(shown).filteredOn(one -> CRITICAL_KINDS.contains(one.kind())).isEmpty();
        assertThat(shown).hasSizeLessThanOrEqualTo((int) (all.size() * 0.05));
    }

    private boolean isAccepted(HandWrittenSentence one) {
        return verifier.verify(new DraftSentence(one.text(), List.of()), one.passages())
                .isPresent();
    }
}

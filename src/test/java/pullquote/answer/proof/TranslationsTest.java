package pullquote.answer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pullquote.answer.Draft;
import pullquote.answer.Interview;
import pullquote.answer.Proof;
import pullquote.answer.Proved;
import pullquote.retrieval.Passage;

/** A sentence in Russian or Kazakh is shown if an English one of the article carries it, and only then. */
class TranslationsTest {
    /** What nobody may ever see altered. */
    private static final List<String> GRAVE =
            List.of("negation", "name", "quotation", "speaker", "unattributed", "verb", "invented");

    private final Proof proof = new StrictProof();

    @Test
    void mostTrueSentencesAreShown() {
        List<HandWritten> all = trueOnes();

        assertThat(all).hasSizeGreaterThan(120);
        assertThat(all.stream().filter(this::isShown)).hasSizeGreaterThan((int) (all.size() * 0.85));
    }

    @Test
    void noNumberDateNameOrDenialIsShownAltered() {
        List<Mistranslations.Mistranslation> wrong = trueOnes().stream()
                .flatMap(one -> Mistranslations.of(one).stream())
                .toList();

        assertThat(wrong).hasSizeGreaterThan(300);
        assertThat(wrong).filteredOn(one -> isShown(one.text(), one.of())).isEmpty();
    }

    @Test
    void whatPeopleMadeUpIsNotShown() {
        assertThat(HandWritten.in("untrue-translations"))
                .filteredOn(one -> GRAVE.contains(one.kind()))
                .hasSizeGreaterThan(100)
                .filteredOn(this::isShown)
                .isEmpty();
    }

    @Test
    void theQuoteIsTheOriginalTheShortestThatCarriesIt() {
        Proved proved = proof.prove(
                        new Draft("Президент заявил, что сила против демонстрантов не применялась.", List.of()),
                        interview())
                .orElseThrow();

        assertThat(proved.isTranslation()).isTrue();
        assertThat(proved.evidence()).hasSize(1);
        assertThat(proved.evidence().get(0).quote())
                .isEqualTo("There was no force used against the demonstrators, the President stated.");
    }

    @Test
    void oneWhoIsMeantByHeIsNamedByTheSentenceBefore() {
        String text =
                "По словам Токаева, все этапы беспорядков были спланированной атакой с участием профессиональных боевиков.";

        assertThat(proof.prove(new Draft(text, List.of()), interview())
                        .orElseThrow()
                        .evidence())
                .hasSize(2);
    }

    @Test
    void theYearOfTheArticleMayStandWithItsDays() {
        String told =
                "Президент рассказал о решении отдать 7 января %s года приказ стрелять по вооружённым террористам.";

        assertThat(isShown(told.formatted("2022"))).isTrue();
        assertThat(isShown(told.formatted("2021"))).isFalse();
    }

    @Test
    void ofOtherLanguagesNothingCanBeChecked() {
        assertThat(isShown("Токаєв сказав, що має намір бути президентом щонайбільше два терміни."))
                .isFalse();
        assertThat(isShown("Tokajew sagte, er wolle höchstens zwei Amtszeiten Präsident sein."))
                .isFalse();
    }

    private boolean isShown(String text) {
        return proof.prove(new Draft(text, List.of()), interview()).isPresent();
    }

    private boolean isShown(HandWritten one) {
        return isShown(one.text(), one);
    }

    private boolean isShown(String text, HandWritten about) {
        return proof.prove(new Draft(text, List.of()), about.passages()).isPresent();
    }

    private static List<HandWritten> trueOnes() {
        return Stream.of("translations", "heldout-translations", "fresh-translations")
                .flatMap(file -> HandWritten.in(file).stream())
                .toList();
    }

    private static List<Passage> interview() {
        return Interview.ARTICLE.paragraphs().stream()
                .map(paragraph -> new Passage(Interview.ARTICLE, paragraph, 1))
                .toList();
    }
}

package pullquote.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pullquote.answer.DraftSentence;
import pullquote.answer.InterviewArticle;
import pullquote.answer.VerifiedSentence;
import pullquote.answer.Verifier;
import pullquote.retrieval.Passage;

/** A sentence in Russian or Kazakh is shown if an English one of the article carries it, and only then. */
class TranslationVerifierTest {
    /** What nobody may ever see altered. */
    private static final List<String> GRAVE =
            List.of("negation", "name", "quotation", "speaker", "unattributed", "verb", "word", "invented");

    private final Verifier proof = new ClaimVerifier();

    @Test
    void mostTrueSentencesAreShown() {
        List<HandWrittenClaims> all = trueOnes();

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
        assertThat(TranslationTrial.UNTRUE.stream().flatMap(file -> HandWrittenClaims.in(file).stream()))
                .filteredOn(one -> GRAVE.contains(one.kind()))
                .hasSizeGreaterThan(150)
                .filteredOn(this::isShown)
                .isEmpty();
    }

    @Test
    void theQuoteIsTheOriginalTheShortestThatCarriesIt() {
        VerifiedSentence proved = proof.verify(
                        new DraftSentence("Президент заявил, что сила против демонстрантов не применялась.", List.of()),
                        interview())
                .orElseThrow();

        assertThat(proved.isTranslated()).isTrue();
        assertThat(proved.evidence()).hasSize(1);
        assertThat(proved.evidence().get(0).quote())
                .isEqualTo("There was no force used against the demonstrators, the President stated.");
    }

    @Test
    void oneWhoIsMeantByHeIsNamedByTheSentenceBefore() {
        String text =
                "По словам Токаева, все этапы беспорядков были спланированной атакой с участием профессиональных боевиков.";

        assertThat(proof.verify(new DraftSentence(text, List.of()), interview())
                        .orElseThrow()
                        .evidence())
                .hasSize(2);
    }

    @Test
    void nothingMayBePutIn() {
        HandWrittenClaims about = about("karasai-marathon");

        assertThat(isShown("Джумабеков не побежит в этом году из-за травмы колена.", about))
                .isTrue();
        assertThat(isShown("Джумабеков не побежит в этом году из-за травмы плеча.", about))
                .isFalse();
    }

    @Test
    void ofTwoWordsThatSayOneThingEachIsUnderstood() {
        HandWrittenClaims about = about("zhasyl-school");

        assertThat(isShown("Қыркүйекте білім департаменті компанияға 18 миллион теңге айыппұл салды.", about))
                .isTrue();
        assertThat(isShown("Қыркүйекте білім департаменті компанияға 18 миллион теңге сыйақы берді.", about))
                .isFalse();
    }

    @Test
    void aTitleMayBeFollowedByWhatItIsOf() {
        String told = "Директор школы %s сказала, что школе нужны ещё два учителя физики.";
        HandWrittenClaims about = about("zhasyl-school");

        assertThat(isShown(told.formatted("Алия Бекова"), about)).isTrue();
        assertThat(isShown(told.formatted("Алия Абенова"), about)).isFalse();
    }

    @Test
    void whatIsDoneWithoutAThingIsDone() {
        String told = "До сих пор дети %sучились в три смены в старом здании без спортзала.";
        HandWrittenClaims about = about("zhasyl-school");

        assertThat(isShown(told.formatted(""), about)).isTrue();
        assertThat(isShown(told.formatted("не "), about)).isFalse();
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
        return proof.verify(new DraftSentence(text, List.of()), interview()).isPresent();
    }

    private boolean isShown(HandWrittenClaims one) {
        return isShown(one.text(), one);
    }

    private boolean isShown(String text, HandWrittenClaims about) {
        return proof.verify(new DraftSentence(text, List.of()), about.passages())
                .isPresent();
    }

    private static List<HandWrittenClaims> trueOnes() {
        return Stream.of("translations", "heldout-translations", "fresh-translations", "second-fresh-translations")
                .flatMap(file -> HandWrittenClaims.in(file).stream())
                .toList();
    }

    /** Any sentence about an article, to find it by. */
    private static HandWrittenClaims about(String article) {
        return TranslationTrial.TRUE.stream()
                .flatMap(file -> HandWrittenClaims.in(file).stream())
                .filter(one -> one.article().id().equals(article))
                .findFirst()
                .orElseThrow();
    }

    private static List<Passage> interview() {
        return InterviewArticle.ARTICLE.paragraphs().stream()
                .map(paragraph -> new Passage(InterviewArticle.ARTICLE, paragraph, 1))
                .toList();
    }
}

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
    private static final List<String> CRITICAL_KINDS =
            List.of("negation", "name", "quotation", "speaker", "unattributed", "verb", "word", "invented");

    private final Verifier verifier = new ClaimVerifier();

    @Test
    void most_correct_translations_are_accepted() {
        List<HandWrittenSentence> all = correctTranslations();

        assertThat(all).hasSizeGreaterThan(120);
        assertThat(all.stream().filter(this::isAccepted)).hasSizeGreaterThan((int) (all.size() * 0.85));
    }

    @Test
    void translations_with_altered_numbers_dates_names_or_negation_are_rejected() {
        List<Mistranslations.Mistranslation> wrong = correctTranslations().stream()
                .flatMap(one -> Mistranslations.of(one).stream())
                .toList();

        assertThat(wrong).hasSizeGreaterThan(300);
        assertThat(wrong).filteredOn(one -> isAccepted(one.text(), one.of())).isEmpty();
    }

    @Test
    void hand_written_mistranslations_are_rejected() {
        assertThat(TranslationTrial.INCORRECT_FILES.stream().flatMap(file -> HandWrittenSentence.load(file).stream()))
                .filteredOn(one -> CRITICAL_KINDS.contains(one.kind()))
                .hasSizeGreaterThan(150)
                .filteredOn(this::isAccepted)
                .isEmpty();
    }

    @Test
    void the_shortest_supporting_source_sentence_is_quoted() {
        VerifiedSentence proved = verifier.verify(
                        new DraftSentence("Президент заявил, что сила против демонстрантов не применялась.", List.of()),
                        interviewPassages())
                .orElseThrow();

        assertThat(proved.isTranslated()).isTrue();
        assertThat(proved.evidence()).hasSize(1);
        assertThat(proved.evidence().get(0).quote())
                .isEqualTo("There was no force used against the demonstrators, the President stated.");
    }

    @Test
    void the_previous_sentence_is_cited_when_it_names_the_pronouns_referent() {
        String text =
                "По словам Токаева, все этапы беспорядков были спланированной атакой с участием профессиональных боевиков.";

        assertThat(verifier.verify(new DraftSentence(text, List.of()), interviewPassages())
                        .orElseThrow()
                        .evidence())
                .hasSize(2);
    }

    @Test
    void added_details_are_rejected() {
        HandWrittenSentence about = sentenceAbout("karasai-marathon");

        assertThat(isAccepted("Джумабеков не побежит в этом году из-за травмы колена.", about))
                .isTrue();
        assertThat(isAccepted("Джумабеков не побежит в этом году из-за травмы плеча.", about))
                .isFalse();
    }

    @Test
    void two_word_expressions_are_understood() {
        HandWrittenSentence about = sentenceAbout("zhasyl-school");

        assertThat(isAccepted("Қыркүйекте білім департаменті компанияға 18 миллион теңге айыппұл салды.", about))
                .isTrue();
        assertThat(isAccepted("Қыркүйекте білім департаменті компанияға 18 миллион теңге сыйақы берді.", about))
                .isFalse();
    }

    @Test
    void a_title_may_be_followed_by_its_organization() {
        String told = "Директор школы %s сказала, что школе нужны ещё два учителя физики.";
        HandWrittenSentence about = sentenceAbout("zhasyl-school");

        assertThat(isAccepted(told.formatted("Алия Бекова"), about)).isTrue();
        assertThat(isAccepted(told.formatted("Алия Абенова"), about)).isFalse();
    }

    @Test
    void without_plus_a_noun_does_not_negate_the_verb() {
        String told = "До сих пор дети %sучились в три смены в старом здании без спортзала.";
        HandWrittenSentence about = sentenceAbout("zhasyl-school");

        assertThat(isAccepted(told.formatted(""), about)).isTrue();
        assertThat(isAccepted(told.formatted("не "), about)).isFalse();
    }

    @Test
    void the_publication_year_may_be_added_to_dates() {
        String told =
                "Президент рассказал о решении отдать 7 января %s года приказ стрелять по вооружённым террористам.";

        assertThat(isAccepted(told.formatted("2022"))).isTrue();
        assertThat(isAccepted(told.formatted("2021"))).isFalse();
    }

    @Test
    void translations_into_other_languages_are_rejected() {
        assertThat(isAccepted("Токаєв сказав, що має намір бути президентом щонайбільше два терміни."))
                .isFalse();
        assertThat(isAccepted("Tokajew sagte, er wolle höchstens zwei Amtszeiten Präsident sein."))
                .isFalse();
    }

    private boolean isAccepted(String text) {
        return verifier.verify(new DraftSentence(text, List.of()), interviewPassages())
                .isPresent();
    }

    private boolean isAccepted(HandWrittenSentence one) {
        return isAccepted(one.text(), one);
    }

    private boolean isAccepted(String text, HandWrittenSentence about) {
        return verifier.verify(new DraftSentence(text, List.of()), about.passages())
                .isPresent();
    }

    private static List<HandWrittenSentence> correctTranslations() {
        return Stream.of("translations", "heldout-translations", "fresh-translations", "second-fresh-translations")
                .flatMap(file -> HandWrittenSentence.load(file).stream())
                .toList();
    }

    /** Any sentence about an article, to find it by. */
    private static HandWrittenSentence sentenceAbout(String article) {
        return TranslationTrial.CORRECT_FILES.stream()
                .flatMap(file -> HandWrittenSentence.load(file).stream())
                .filter(one -> one.article().id().equals(article))
                .findFirst()
                .orElseThrow();
    }

    private static List<Passage> interviewPassages() {
        return InterviewArticle.ARTICLE.paragraphs().stream()
                .map(paragraph -> new Passage(InterviewArticle.ARTICLE, paragraph, 1))
                .toList();
    }
}

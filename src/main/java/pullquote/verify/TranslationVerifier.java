package pullquote.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import pullquote.answer.Evidence;

/** Finds the English sentence that supports a Russian or Kazakh one. Other languages are not supported. */
final class TranslationVerifier {
    private static final Set<String> SUPPORTED_LANGUAGES = Set.of("ru", "kk");

    private final Function<Evidence, AnalyzedArticle> articleAnalyzer;

    TranslationVerifier(Function<Evidence, AnalyzedArticle> readings) {
        this.articleAnalyzer = readings;
    }

    /**
     * Finds support.
     *
     * @return the shortest sentence that supports all of it, with the sentence before if that resolves a pronoun
     */
    Optional<List<Evidence>> findSupport(String text, String language, List<Evidence> sentences) {
        if (!SUPPORTED_LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        TranslatedSentence claim = new TranslatedSentence(text, language);
        return sentences.stream()
                .filter(sentence -> isFaithful(claim, sourceFacts(sentence, Set.of())))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of)
                .or(() -> sentences.stream()
                        .flatMap(sentence -> findSupportWithAntecedent(claim, sentence))
                        .findFirst());
    }

    private Stream<List<Evidence>> findSupportWithAntecedent(TranslatedSentence claim, Evidence sentence) {
        AnalyzedArticle reading = articleAnalyzer.apply(sentence);
        return reading
                .findAntecedent(sentence)
                .filter(before -> isFaithful(claim, sourceFacts(sentence, reading.referents(before, sentence))))
                .map(before -> List.of(before, sentence))
                .stream();
    }

    private SourceFacts sourceFacts(Evidence sentence, Set<String> meant) {
        return new SourceFacts(sentence, articleAnalyzer.apply(sentence).analyze(sentence), meant);
    }

    private static boolean isFaithful(TranslatedSentence claim, SourceFacts source) {
        return Arrays.stream(TranslationRule.values()).noneMatch(fault -> fault.violates(claim, source));
    }
}

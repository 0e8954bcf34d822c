package pullquote.answer.proof;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import pullquote.answer.Evidence;

/** Finds the English sentence that says what a Russian or Kazakh one says. Of other languages nothing can be checked. */
final class Translations {
    private static final Set<String> LANGUAGES = Set.of("ru", "kk");

    private final Function<Evidence, Reading> readings;

    Translations(Function<Evidence, Reading> readings) {
        this.readings = readings;
    }

    /** @return the shortest that carries all of it; with the sentence before, where that tells who is meant */
    Optional<List<Evidence>> carried(String text, String language, List<Evidence> sentences) {
        if (!LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        Foreign claim = new Foreign(text, language);
        return sentences.stream()
                .filter(sentence -> isFaithful(claim, original(sentence, Set.of())))
                .min(Comparator.comparingInt(sentence -> sentence.quote().length()))
                .map(List::of)
                .or(() -> sentences.stream()
                        .flatMap(sentence -> withAntecedent(claim, sentence))
                        .findFirst());
    }

    private Stream<List<Evidence>> withAntecedent(Foreign claim, Evidence sentence) {
        Reading reading = readings.apply(sentence);
        return reading
                .antecedent(sentence)
                .filter(before -> isFaithful(claim, original(sentence, reading.meant(before, sentence))))
                .map(before -> List.of(before, sentence))
                .stream();
    }

    private Original original(Evidence sentence, Set<String> meant) {
        return new Original(sentence, readings.apply(sentence).claim(sentence), meant);
    }

    private static boolean isFaithful(Foreign claim, Original source) {
        return Arrays.stream(Unfaithful.values()).noneMatch(fault -> fault.arises(claim, source));
    }
}

package pullquote.llm;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import pullquote.answer.Evidence;
import pullquote.answer.Verifier;
import pullquote.retrieval.Passage;
import pullquote.text.Span;

/**
 * The names that the passages of one request go by, such as {@code A7QX}. They are drawn anew each time, so that a model
 * cannot cite a number because numbers are what citations look like, and an article cannot know what to forge.
 */
final class PassageIds {
    static final int ID_LENGTH = 4;

    /** Nothing that a tired eye, or a model, takes for something else: no I and 1, O and 0, S and 5, B and 8, Z and 2. */
    private static final String LETTERS = "ACDEFHJKMNPQRTUVWXY";

    private static final String DIGITS = "34679";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final Map<String, Passage> passages = new LinkedHashMap<>();

    private PassageIds() {}

    static PassageIds of(List<Passage> passages) {
        var marks = new PassageIds();
        for (Passage passage : passages) {
            String id = randomId();
            while (marks.passages.putIfAbsent(id, passage) != null) {
                id = randomId();
            }
        }
        return marks;
    }

    /** A letter and a digit at least: so neither a word nor a year is ever one. */
    private static String randomId() {
        while (true) {
            var id = new StringBuilder();
            for (int i = 0; i < ID_LENGTH; i++) {
                String from = RANDOM.nextInt(3) == 0 ? DIGITS : LETTERS;
                id.append(from.charAt(RANDOM.nextInt(from.length())));
            }
            if (isIdShaped(id.toString())) {
                return id.toString();
            }
        }
    }

    /** Whether it might be the name of a passage, ours or one that the model made up. */
    static boolean isIdShaped(String word) {
        return word.length() == ID_LENGTH
                && word.chars().anyMatch(c -> c >= '0' && c <= '9')
                && word.chars().anyMatch(c -> Character.toUpperCase(c) >= 'A' && Character.toUpperCase(c) <= 'Z');
    }

    void forEach(BiConsumer<String, Passage> each) {
        passages.forEach(each);
    }

    /** The whole paragraph that goes by this name; finding the very sentence in it is {@link Verifier}'s work. */
    Optional<Evidence> evidence(String id) {
        return Optional.ofNullable(passages.get(id.toUpperCase(Locale.ROOT)))
                .map(passage -> new Evidence(
                        passage.article(),
                        passage.paragraph(),
                        new Span(0, passage.paragraph().text().length())));
    }
}

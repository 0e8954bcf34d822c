package pullquote.llm;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pullquote.answer.Evidence;

/**
 * Ids for the source sentences of one prompt, for example {@code A7QX}. They are random and differ between requests: a model
 * cannot cite a plausible number by habit, and an article cannot contain a valid id.
 */
final class SentenceIds {
    static final int ID_LENGTH = 4;

    /** Without letters and digits that look alike: I and 1, O and 0, S and 5, B and 8, Z and 2, G and 6, L. */
    private static final String LETTERS = "ACDEFHJKMNPQRTUVWXY";

    private static final String DIGITS = "34679";
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final Map<String, Evidence> sentences = new HashMap<>();
    private final Map<Evidence, String> ids = new HashMap<>();

    private SentenceIds() {}

    /** Assigns an id to each sentence. */
    static SentenceIds of(List<Evidence> sentences) {
        var all = new SentenceIds();
        for (Evidence sentence : sentences) {
            String id = randomId();
            while (all.sentences.putIfAbsent(id, sentence) != null) {
                id = randomId();
            }
            all.ids.put(sentence, id);
        }
        return all;
    }

    /** Returns the id of a sentence of this prompt. */
    String id(Evidence sentence) {
        return Optional.ofNullable(ids.get(sentence)).orElseThrow();
    }

    /** Returns the sentence with an id, in any case; empty if this prompt has no such id. */
    Optional<Evidence> evidence(String id) {
        return Optional.ofNullable(sentences.get(id.toUpperCase(Locale.ROOT)));
    }

    /** Returns true if a word has the form of an id, whether it exists or not. */
    static boolean isIdShaped(String word) {
        return word.length() == ID_LENGTH
                && word.chars().anyMatch(c -> c >= '0' && c <= '9')
                && word.chars().anyMatch(c -> Character.toUpperCase(c) >= 'A' && Character.toUpperCase(c) <= 'Z')
                && word.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    /** Each id has a letter and a digit, so that no word and no year is one. */
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
}

package pullquote.answer.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import pullquote.language.Resource;
import pullquote.retrieval.Word;

/** English words that a stemmer cannot bring together: "gave" is "give", and to commence is to begin. */
final class Vocabulary {
    /** By the form of a verb: the stem of the verb. */
    private static final Map<String, String> VERBS = new HashMap<>();
    /** By the stem of a word: the stem that stands for all of its class. */
    private static final Map<String, String> SYNONYMS = new HashMap<>();

    static {
        // Some verbs are stop words, which have no stem and need none.
        each("irregular-verbs.txt", forms -> {
            for (String form : forms) {
                VERBS.put(form, stem(forms[0]));
            }
        });
        each("synonyms.txt", words -> {
            for (String word : words) {
                if (stem(word).isEmpty()) {
                    throw new IllegalStateException("a synonym without a stem: " + word);
                }
                SYNONYMS.put(stem(word), stem(words[0]));
            }
        });
    }

    private Vocabulary() {}

    /** One stem for all words that say the same. */
    static String stem(Word word) {
        String stem = VERBS.getOrDefault(word.lower(), word.stem());
        return SYNONYMS.getOrDefault(stem, stem);
    }

    private static String stem(String word) {
        return Word.of(word, "en").get(0).stem();
    }

    private static void each(String resource, Consumer<String[]> line) {
        Resource.lines(resource).forEach(one -> line.accept(one.split(" ")));
    }
}

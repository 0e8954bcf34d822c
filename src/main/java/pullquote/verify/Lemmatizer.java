package pullquote.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import pullquote.text.Word;
import pullquote.text.WordLists;

/**
 * Maps English words with the same meaning to one stem where a stemmer cannot: "gave" and "give", "commence" and
 * "begin".
 */
final class Lemmatizer {
    /** Maps a form of an irregular verb to the stem of the verb. */
    private static final Map<String, String> IRREGULAR_VERB_STEMS = new HashMap<>();
    /** Maps a stem to the stem of its group of synonyms. */
    private static final Map<String, String> SYNONYM_STEMS = new HashMap<>();

    static {
        // An empty stem is allowed here: some of these verbs are stop words.
        forEachLine("irregular-verbs.txt", forms -> {
            for (String form : forms) {
                IRREGULAR_VERB_STEMS.put(form, lemma(forms[0]));
            }
        });
        forEachLine("synonyms.txt", words -> {
            for (String word : words) {
                if (lemma(word).isEmpty()) {
                    throw new IllegalStateException("synonym has no stem: " + word + ". Remove it from synonyms.txt.");
                }
                SYNONYM_STEMS.put(lemma(word), lemma(words[0]));
            }
        });
    }

    private Lemmatizer() {}

    /** Returns the stem of a word; words with the same meaning have the same stem. */
    static String lemma(Word word) {
        String stem = IRREGULAR_VERB_STEMS.getOrDefault(word.lower(), word.stem());
        return SYNONYM_STEMS.getOrDefault(stem, stem);
    }

    private static String lemma(String word) {
        return Word.tokenize(word, "en").get(0).stem();
    }

    private static void forEachLine(String resource, Consumer<String[]> action) {
        WordLists.readLines(resource).forEach(words -> action.accept(words.split(" ")));
    }
}

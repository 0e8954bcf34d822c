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
    /** Maps an irregular verb form to the stem of its verb. */
    private static final Map<String, String> IRREGULAR_VERB_STEMS = new HashMap<>();
    /** Maps a stem to the stem of its group of synonyms. */
    private static final Map<String, String> SYNONYM_STEMS = new HashMap<>();

    static {
        // Some verbs are stop words, which have no stem and need none.
        forEachLine("irregular-verbs.txt", forms -> {
            for (String form : forms) {
                IRREGULAR_VERB_STEMS.put(form, lemma(forms[0]));
            }
        });
        forEachLine("synonyms.txt", words -> {
            for (String word : words) {
                if (lemma(word).isEmpty()) {
                    throw new IllegalStateException("a synonym without a stem: " + word);
                }
                SYNONYM_STEMS.put(lemma(word), lemma(words[0]));
            }
        });
    }

    private Lemmatizer() {}

    /** Returns one stem for all words with the same meaning. */
    static String lemma(Word word) {
        String stem = IRREGULAR_VERB_STEMS.getOrDefault(word.lower(), word.stem());
        return SYNONYM_STEMS.getOrDefault(stem, stem);
    }

    private static String lemma(String word) {
        return Word.tokenize(word, "en").get(0).stem();
    }

    private static void forEachLine(String resource, Consumer<String[]> line) {
        WordLists.readLines(resource).forEach(one -> line.accept(one.split(" ")));
    }
}

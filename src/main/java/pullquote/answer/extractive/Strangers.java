package pullquote.answer.extractive;

import java.util.Set;
import pullquote.retrieval.Spelling;
import pullquote.retrieval.Word;

/**
 * Finds names and numbers in a question that an article never uses. Whoever asks what Nazarbayev said is not served
 * with what Tokayev said, however alike the rest of the sentence is.
 */
final class Strangers {
    private static final Set<String> ROUGHLY_CUT = Set.of("kk", "tr");
    private static final int BEGINNING = 3;

    private Strangers() {}

    /**
     * Whether the question has a name or number that is not in the article, or wants the views of somebody who is not;
     * spelling mistakes are forgiven.
     */
    static boolean areIn(Asked asked, Set<String> stemsOfArticle) {
        return asked.words().stream().anyMatch(word -> isStranger(word, asked.language(), stemsOfArticle))
                || asked.kind() == Kind.VIEWS
                        && !asked.focus().isEmpty()
                        && asked.focus().stream().noneMatch(stem -> isNear(stem, asked.language(), stemsOfArticle));
    }

    private static boolean isStranger(Word word, String language, Set<String> known) {
        if (known.contains(word.stem())) {
            return false;
        }
        // "Give me 3 reasons": a single digit is how many the reader wants, more often than what they ask about.
        if (word.isNumber()) {
            return word.text().length() > 1;
        }
        return word.isName() && !isNear(word.stem(), language, known);
    }

    /** Where endings are heaped on names, and cut off roughly, a name is known by its beginning. */
    private static boolean isNear(String stem, String language, Set<String> known) {
        return Spelling.isNear(stem, known)
                || ROUGHLY_CUT.contains(language)
                        && known.stream()
                                .filter(other -> Math.min(other.length(), stem.length()) >= BEGINNING)
                                .anyMatch(other -> other.startsWith(stem) || stem.startsWith(other));
    }
}

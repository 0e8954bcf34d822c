package pullquote.answer.extractive;

import java.util.Set;
import pullquote.retrieval.Spelling;
import pullquote.retrieval.Word;

/**
 * Finds names and numbers in a question that an article never uses. Whoever asks what Nazarbayev said is not served
 * with what Tokayev said, however alike the rest of the sentence is.
 */
final class Strangers {
    private Strangers() {}

    /**
     * Whether the question has a name or number that is not in the article, or wants the views of somebody who is not;
     * spelling mistakes are forgiven.
     */
    static boolean areIn(Asked asked, Set<String> stemsOfArticle) {
        return asked.words().stream().anyMatch(word -> isStranger(word, stemsOfArticle))
                || asked.kind() == Kind.VIEWS
                        && !asked.focus().isEmpty()
                        && asked.focus().stream().noneMatch(stem -> Spelling.isNear(stem, stemsOfArticle));
    }

    private static boolean isStranger(Word word, Set<String> known) {
        if (known.contains(word.stem())) {
            return false;
        }
        // "Give me 3 reasons": a single digit is how many the reader wants, more often than what they ask about.
        if (word.isNumber()) {
            return word.text().length() > 1;
        }
        return word.isName() && !Spelling.isNear(word.stem(), known);
    }
}

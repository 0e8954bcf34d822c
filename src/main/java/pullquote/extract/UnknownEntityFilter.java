package pullquote.extract;

import java.util.Set;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.text.FuzzyMatcher;
import pullquote.text.Word;

/**
 * Finds names and numbers in a question that an article never uses. Whoever asks what Nazarbayev said is not served
 * with what Tokayev said, however alike the rest of the sentence is.
 */
final class UnknownEntityFilter {
    private static final Set<String> PREFIX_MATCHED = Set.of("kk", "tr");
    private static final int PREFIX_LENGTH = 3;

    private UnknownEntityFilter() {}

    /**
     * Whether the question has a name or number that is not in the article, or wants the views of somebody who is not;
     * spelling mistakes are forgiven.
     */
    static boolean hasUnknownEntity(QuestionAnalysis asked, Set<String> stemsOfArticle) {
        return asked.words().stream().anyMatch(word -> isUnknown(word, asked.language(), stemsOfArticle))
                || asked.answerType() == AnswerType.VIEWS
                        && !asked.focus().isEmpty()
                        && asked.focus().stream().noneMatch(stem -> isSimilar(stem, asked.language(), stemsOfArticle));
    }

    private static boolean isUnknown(Word word, String language, Set<String> known) {
        if (known.contains(word.stem())) {
            return false;
        }
        // "Give me 3 reasons": a single digit is how many the reader wants, more often than what they ask about.
        if (word.isNumber()) {
            return word.text().length() > 1;
        }
        return word.isName() && !isSimilar(word.stem(), language, known);
    }

    /** Where endings are heaped on names, and cut off roughly, a name is known by its beginning. */
    private static boolean isSimilar(String stem, String language, Set<String> known) {
        return FuzzyMatcher.matches(stem, known)
                || PREFIX_MATCHED.contains(language)
                        && known.stream()
                                .filter(other -> Math.min(other.length(), stem.length()) >= PREFIX_LENGTH)
                                .anyMatch(other -> other.startsWith(stem) || stem.startsWith(other));
    }
}

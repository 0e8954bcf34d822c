package pullquote.extract;

import java.util.Set;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.text.FuzzyMatcher;
import pullquote.text.Word;

/**
 * Finds names and numbers in a question that an article never mentions. A statement by Tokayev does not answer a
 * question about Nazarbayev, even if all other words match.
 */
final class UnknownEntityFilter {
    /** Languages whose names are compared by prefix. */
    private static final Set<String> PREFIX_MATCHED_LANGUAGES = Set.of("kk", "tr");
    /** Minimum length of both stems for a prefix match, in characters. */
    private static final int MIN_PREFIX_LENGTH = 3;

    private UnknownEntityFilter() {}

    /**
     * Returns true if the article lacks a name or number of the question, or the speaker whose views it asks for.
     * Spelling mistakes are tolerated.
     */
    static boolean hasUnknownEntity(QuestionAnalysis analysis, Set<String> stemsOfArticle) {
        return analysis.words().stream().anyMatch(word -> isUnknown(word, analysis.language(), stemsOfArticle))
                || analysis.answerType() == AnswerType.VIEWS
                        && !analysis.focus().isEmpty()
                        && analysis.focus().stream()
                                .noneMatch(stem -> isSimilar(stem, analysis.language(), stemsOfArticle));
    }

    private static boolean isUnknown(Word word, String language, Set<String> known) {
        if (known.contains(word.stem())) {
            return false;
        }
        // "Give me 3 reasons": a single digit is usually the number of items wanted, not a fact to look up.
        if (word.isNumber()) {
            return word.text().length() > 1;
        }
        return word.isName() && !isSimilar(word.stem(), language, known);
    }

    /** Compares names by prefix in agglutinative languages, where stemming is unreliable. */
    private static boolean isSimilar(String stem, String language, Set<String> known) {
        return FuzzyMatcher.matches(stem, known)
                || PREFIX_MATCHED_LANGUAGES.contains(language)
                        && known.stream()
                                .filter(other -> Math.min(other.length(), stem.length()) >= MIN_PREFIX_LENGTH)
                                .anyMatch(other -> other.startsWith(stem) || stem.startsWith(other));
    }
}

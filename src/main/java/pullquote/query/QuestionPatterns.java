package pullquote.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.text.WordLists;

/** Classifies questions in languages other than English with the patterns of {@code question-forms.txt}. */
final class QuestionPatterns {
    private record LanguagePattern(String language, AnswerType answerType, Pattern pattern) {}

    private static final List<LanguagePattern> PATTERNS = load();

    private QuestionPatterns() {}

    static QuestionClassifier classify(String question, String language) {
        String lower = question.toLowerCase(Locale.forLanguageTag(language)).replaceAll("[?!.\\s]+$", "");
        QuestionClassifier first = new QuestionClassifier(AnswerType.THING, "", question);
        int start = lower.length();
        for (LanguagePattern candidate : PATTERNS) {
            Matcher matcher = candidate.pattern.matcher(lower);
            if (candidate.language.equals(language) && matcher.find() && matcher.start() < start) {
                start = matcher.start();
                first = candidate.answerType == AnswerType.VIEWS
                        ? new QuestionClassifier(AnswerType.VIEWS, matcher.group("speaker"), matcher.group("topic"))
                        : new QuestionClassifier(candidate.answerType, noun(candidate, matcher), question);
            }
        }
        return first;
    }

    private static String noun(LanguagePattern candidate, Matcher matcher) {
        String noun = candidate.pattern.pattern().contains("(?<noun>") ? matcher.group("noun") : null;
        return noun == null ? "" : noun;
    }

    private static List<LanguagePattern> load() {
        var patterns = new ArrayList<LanguagePattern>();
        for (String line : WordLists.readLines("question-forms.txt")) {
            String[] parts = line.split(" ", 3);
            patterns.add(new LanguagePattern(
                    parts[0],
                    AnswerType.valueOf(parts[1]),
                    Pattern.compile(parts[2], Pattern.UNICODE_CHARACTER_CLASS)));
        }
        return patterns;
    }
}

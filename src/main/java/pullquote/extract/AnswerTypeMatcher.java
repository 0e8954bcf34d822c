package pullquote.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.query.WordClass;
import pullquote.text.Word;

/**
 * Checks if a source sentence contains something of the answer type that the question asks for and does not mention
 * itself.
 */
final class AnswerTypeMatcher {
    /** Answer types that a sentence must match to be an answer. For all other types a match only adds to the score. */
    private static final Set<AnswerType> REQUIRED_TYPES = EnumSet.of(
            AnswerType.COUNT,
            AnswerType.AMOUNT,
            AnswerType.MONEY,
            AnswerType.AGE,
            AnswerType.DURATION,
            AnswerType.FREQUENCY,
            AnswerType.COUNTRY);

    private static final Pattern YEAR = Pattern.compile("1\\d{3}|20\\d{2}|\\d{3,4}s");
    private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)");
    private static final Pattern MONEY = Pattern.compile(
            "[$€£¥₸₽]|\\d ?%|\\b(?:dollars?|euros?|pounds?|tenge|roubles?|rubles?|yen|yuan|francs?|cents?|shillings?"
                    + "|usd|eur|kzt|percent|per cent|евро|lira|avro|dolar)\\b"
                    + "|тенге|теңге|рубл|долла|сомов|юан|процент|пайыз",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Matches clock times: "6 p.m." answers "when" by itself; "that evening" does not. */
    private static final Pattern CLOCK_TIME = Pattern.compile(
            "\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.? ?m\\b|\\b\\d{1,2} o['’]clock\\b|\\b(?:[01]?\\d|2[0-3]):[0-5]\\d\\b",
            Pattern.CASE_INSENSITIVE);
    /** Matches an age without a word for it: "Tokayev, 68, said", "he died at 68". */
    private static final Pattern AGE = Pattern.compile(
            "\\p{L}, \\d{1,3},|\\p{L} \\(\\d{1,3}\\)|\\b(?:at|over|under|turn(?:s|ed)?) \\d{1,3}(?=[,.;]|$|"
                    + " (?:may|can|in|on|when)\\b)");

    /** Words for an age or for any other period, so they match an age only weakly. */
    private static final Set<String> AGE_OR_PERIOD_WORDS = Set.of("year", "years");

    private AnswerTypeMatcher() {}

    static boolean isRequiredFor(AnswerType type) {
        return REQUIRED_TYPES.contains(type);
    }

    /**
     * Returns 1 if the sentence contains an expected answer, 0 if the match is ambiguous and -1 if there is none.
     * "After" is ambiguous for "when", and "years" for "how old".
     */
    static int matchScore(SourceSentence sentence, QuestionAnalysis analysis) {
        if (analysis.answerType() == AnswerType.MONEY
                && !MONEY.matcher(sentence.text()).find()) {
            return -1;
        }
        if (analysis.answerType() == AnswerType.DATE
                        && CLOCK_TIME.matcher(sentence.text()).find()
                || analysis.answerType() == AnswerType.AGE
                        && AGE.matcher(sentence.text()).find()) {
            return 1;
        }
        int match = -1;
        List<Word> words = sentence.words();
        for (int i = 0; i < words.size() && match < 1; i++) {
            if (!analysis.stems().contains(words.get(i).stem())) {
                match = Math.max(match, wordMatchScore(analysis, words, i));
            }
        }
        return match;
    }

    private static int wordMatchScore(QuestionAnalysis analysis, List<Word> words, int i) {
        if (analysis.answerType() == AnswerType.DATE) {
            return isDate(words.get(i), analysis.language())
                    ? 1
                    : WordClass.TIMES.contains(words.get(i), analysis.language()) ? 0 : -1;
        }
        if (isMatch(analysis, words, i)) {
            return 1;
        }
        return analysis.answerType() == AnswerType.AGE
                        && AGE_OR_PERIOD_WORDS.contains(words.get(i).lower())
                ? 0
                : -1;
    }

    private static boolean isMatch(QuestionAnalysis analysis, List<Word> words, int i) {
        Word word = words.get(i);
        String language = analysis.language();
        return switch (analysis.answerType()) {
            case COUNT, AMOUNT, MONEY ->
                isCount(words, i, language)
                        || WordClass.LOOSE_NUMBERS.contains(word, language) && isBeforeFocus(analysis, words, i);
            case AGE -> WordClass.AGES.contains(word, language);
            case DURATION -> WordClass.DURATIONS.contains(word, language);
            case FREQUENCY -> WordClass.FREQUENCIES.contains(word, language);
            case REASON -> WordClass.REASONS.contains(word, language);
            case COUNTRY -> word.isName() && WordClass.COUNTRIES.contains(word, language);
            case PLACE ->
                WordClass.PLACES.contains(word, language)
                        || isNewName(analysis, words, i)
                                && (isAfterPreposition(words, i, language)
                                        || !WordClass.PREPOSITIONS.isDefinedFor(language));
            case PERSON, THING -> isNewName(analysis, words, i);
            case DATE, MANNER, YES_NO, VIEWS, QUOTE, SUMMARY -> true;
        };
    }

    private static boolean isDate(Word word, String language) {
        return YEAR.matcher(word.text()).matches()
                || (word.isName() || !language.equals("en")) && WordClass.MONTHS.contains(word, language)
                || WordClass.DATES.contains(word, language);
    }

    /**
     * Returns true if the word counts something. Years, days of a month, ordinals such as "21st" and parts of names do
     * not.
     */
    private static boolean isCount(List<Word> words, int i, String language) {
        Word word = words.get(i);
        if (WordClass.NUMBERS.contains(word, language)) {
            return true;
        }
        if (!word.isNumber()
                || isYear(words, i, language)
                || ORDINAL.matcher(word.lower()).matches()) {
            return false;
        }
        boolean afterName = i > 0 && words.get(i - 1).isName();
        boolean beforeMonth = i + 1 < words.size() && WordClass.MONTHS.contains(words.get(i + 1), language);
        return !afterName && !beforeMonth;
    }

    /**
     * Returns true if the number is a year. English writes four-digit counts with a comma, so a bare one is a year; in
     * other languages a word for "year" must follow.
     */
    private static boolean isYear(List<Word> words, int i, String language) {
        boolean isBeforeTimeWord = i + 1 < words.size() && WordClass.TIMES.contains(words.get(i + 1), language);
        return YEAR.matcher(words.get(i).text()).matches() && (language.equals("en") || isBeforeTimeWord);
    }

    private static boolean isBeforeFocus(QuestionAnalysis analysis, List<Word> words, int i) {
        return words.subList(i + 1, Math.min(i + 3, words.size())).stream()
                .anyMatch(word -> analysis.focus().contains(word.stem()));
    }

    /**
     * Returns true if the word belongs to a name that shares no word with the question. "President Tokayev" does not
     * answer a question about Tokayev.
     */
    private static boolean isNewName(QuestionAnalysis analysis, List<Word> words, int i) {
        if (!words.get(i).isName() || isDate(words.get(i), analysis.language())) {
            return false;
        }
        int from = i;
        while (from > 0 && words.get(from - 1).isName()) {
            from--;
        }
        int to = i + 1;
        while (to < words.size() && words.get(to).isName()) {
            to++;
        }
        return words.subList(from, to).stream()
                .noneMatch(word -> analysis.stems().contains(word.stem()));
    }

    private static boolean isAfterPreposition(List<Word> words, int i, String language) {
        return words.subList(Math.max(0, i - 4), i).stream()
                .anyMatch(word -> WordClass.PREPOSITIONS.contains(word, language));
    }
}

package pullquote.extract;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.query.AnswerType;
import pullquote.query.QuestionAnalysis;
import pullquote.query.WordClass;
import pullquote.text.Word;

/** Tells whether a source sentence holds the kind of thing that a question asks for, beside what it says itself. */
final class AnswerTypeMatcher {
    /** Kinds that no sentence answers without its sign; for the others the sign is only a clue. */
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

    /** "6 p.m." tells when by itself; "that evening" does only to who knows which. */
    private static final Pattern CLOCK = Pattern.compile(
            "\\b\\d{1,2}(?:[:.]\\d\\d)? ?[ap]\\.? ?m\\b|\\b\\d{1,2} o['’]clock\\b|\\b(?:[01]?\\d|2[0-3]):[0-5]\\d\\b",
            Pattern.CASE_INSENSITIVE);
    /** "Tokayev, 68, said", "he died at 68": years of life, without a word for them. */
    private static final Pattern AGE = Pattern.compile(
            "\\p{L}, \\d{1,3},|\\p{L} \\(\\d{1,3}\\)|\\b(?:at|over|under|turn(?:s|ed)?) \\d{1,3}(?=[,.;]|$| (?:may|can|in|on|when)\\b)");

    /** Of a life or of anything else. */
    private static final Set<String> YEARS = Set.of("year", "years");

    private AnswerTypeMatcher() {}

    static boolean isRequiredFor(AnswerType kind) {
        return REQUIRED_TYPES.contains(kind);
    }

    /**
     * 1 if there is one, −1 if there is none, 0 if there is one that may mean something else: "after" for "when", and for
     * "how old" any "years".
     */
    static int matches(SourceSentence line, QuestionAnalysis asked) {
        if (asked.answerType() == AnswerType.MONEY
                && !MONEY.matcher(line.text()).find()) {
            return -1;
        }
        if (asked.answerType() == AnswerType.DATE && CLOCK.matcher(line.text()).find()
                || asked.answerType() == AnswerType.AGE
                        && AGE.matcher(line.text()).find()) {
            return 1;
        }
        int sign = -1;
        List<Word> words = line.words();
        for (int i = 0; i < words.size() && sign < 1; i++) {
            if (!asked.stems().contains(words.get(i).stem())) {
                sign = Math.max(sign, matchIndex(asked, words, i));
            }
        }
        return sign;
    }

    private static int matchIndex(QuestionAnalysis asked, List<Word> words, int i) {
        if (asked.answerType() == AnswerType.DATE) {
            return isDate(words.get(i), asked.language())
                    ? 1
                    : WordClass.TIMES.contains(words.get(i), asked.language()) ? 0 : -1;
        }
        if (isMatch(asked, words, i)) {
            return 1;
        }
        return asked.answerType() == AnswerType.AGE
                        && YEARS.contains(words.get(i).lower())
                ? 0
                : -1;
    }

    private static boolean isMatch(QuestionAnalysis asked, List<Word> words, int i) {
        Word word = words.get(i);
        String language = asked.language();
        return switch (asked.answerType()) {
            case COUNT, AMOUNT, MONEY ->
                isCount(words, i, language)
                        || WordClass.LOOSE_NUMBERS.contains(word, language) && isBeforeFocus(asked, words, i);
            case AGE -> WordClass.AGES.contains(word, language);
            case DURATION -> WordClass.DURATIONS.contains(word, language);
            case FREQUENCY -> WordClass.FREQUENCIES.contains(word, language);
            case REASON -> WordClass.REASONS.contains(word, language);
            case COUNTRY -> word.isName() && WordClass.COUNTRIES.contains(word, language);
            case PLACE ->
                WordClass.PLACES.contains(word, language)
                        || isNewName(asked, words, i)
                                && (isAfterPreposition(words, i, language)
                                        || !WordClass.PREPOSITIONS.isKnownIn(language));
            case PERSON, THING -> isNewName(asked, words, i);
            case DATE, MANNER, YES_NO, VIEWS, QUOTE, SUMMARY -> true;
        };
    }

    private static boolean isDate(Word word, String language) {
        return YEAR.matcher(word.text()).matches()
                || (word.isName() || !language.equals("en")) && WordClass.MONTHS.contains(word, language)
                || WordClass.DATES.contains(word, language);
    }

    /** A number that counts something: not a year, not a day of a month, not "21st", not part of a name. */
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

    /** In English a number of four figures is told from a year by its comma; in others a year is called one. */
    private static boolean isYear(List<Word> words, int i, String language) {
        boolean isCalledSo = i + 1 < words.size() && WordClass.TIMES.contains(words.get(i + 1), language);
        return YEAR.matcher(words.get(i).text()).matches() && (language.equals("en") || isCalledSo);
    }

    private static boolean isBeforeFocus(QuestionAnalysis asked, List<Word> words, int i) {
        return words.subList(i + 1, Math.min(i + 3, words.size())).stream()
                .anyMatch(word -> asked.focus().contains(word.stem()));
    }

    /** A name of which the question has no part: "President Tokayev" is no news to who asks about Tokayev. */
    private static boolean isNewName(QuestionAnalysis asked, List<Word> words, int i) {
        if (!words.get(i).isName() || isDate(words.get(i), asked.language())) {
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
        return words.subList(from, to).stream().noneMatch(word -> asked.stems().contains(word.stem()));
    }

    private static boolean isAfterPreposition(List<Word> words, int i, String language) {
        return words.subList(Math.max(0, i - 4), i).stream()
                .anyMatch(word -> WordClass.PREPOSITIONS.contains(word, language));
    }
}

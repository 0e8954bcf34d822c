package pullquote.answer.extractive;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pullquote.retrieval.Word;

/** Tells whether a source sentence holds the kind of thing that a question asks for, beside what it says itself. */
final class Signs {
    /** Kinds that no sentence answers without its sign; for the others the sign is only a clue. */
    private static final Set<Kind> NEEDED =
            EnumSet.of(Kind.COUNT, Kind.AMOUNT, Kind.MONEY, Kind.AGE, Kind.DURATION, Kind.FREQUENCY, Kind.COUNTRY);

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

    private Signs() {}

    static boolean areNeededFor(Kind kind) {
        return NEEDED.contains(kind);
    }

    /**
     * 1 if there is one, −1 if there is none, 0 if there is one that may mean something else: "after" for "when", and for
     * "how old" any "years".
     */
    static int in(Line line, Asked asked) {
        if (asked.kind() == Kind.MONEY && !MONEY.matcher(line.text()).find()) {
            return -1;
        }
        if (asked.kind() == Kind.DATE && CLOCK.matcher(line.text()).find()
                || asked.kind() == Kind.AGE && AGE.matcher(line.text()).find()) {
            return 1;
        }
        int sign = -1;
        List<Word> words = line.words();
        for (int i = 0; i < words.size() && sign < 1; i++) {
            if (!asked.stems().contains(words.get(i).stem())) {
                sign = Math.max(sign, sign(asked, words, i));
            }
        }
        return sign;
    }

    private static int sign(Asked asked, List<Word> words, int i) {
        if (asked.kind() == Kind.DATE) {
            return isDate(words.get(i), asked.language()) ? 1 : Sort.TIMES.has(words.get(i), asked.language()) ? 0 : -1;
        }
        if (isSign(asked, words, i)) {
            return 1;
        }
        return asked.kind() == Kind.AGE && YEARS.contains(words.get(i).lower()) ? 0 : -1;
    }

    private static boolean isSign(Asked asked, List<Word> words, int i) {
        Word word = words.get(i);
        String language = asked.language();
        return switch (asked.kind()) {
            case COUNT, AMOUNT, MONEY ->
                isCount(words, i, language) || Sort.LOOSE_NUMBERS.has(word, language) && isBeforeFocus(asked, words, i);
            case AGE -> Sort.AGES.has(word, language);
            case DURATION -> Sort.DURATIONS.has(word, language);
            case FREQUENCY -> Sort.FREQUENCIES.has(word, language);
            case REASON -> Sort.REASONS.has(word, language);
            case COUNTRY -> word.isName() && Sort.COUNTRIES.has(word, language);
            case PLACE ->
                Sort.PLACES.has(word, language)
                        || isNewName(asked, words, i)
                                && (isAfterPreposition(words, i, language) || !Sort.PREPOSITIONS.isKnownIn(language));
            case PERSON, THING -> isNewName(asked, words, i);
            case DATE, MANNER, YES_NO, VIEWS, QUOTE, SUMMARY -> true;
        };
    }

    private static boolean isDate(Word word, String language) {
        return YEAR.matcher(word.text()).matches()
                || (word.isName() || !language.equals("en")) && Sort.MONTHS.has(word, language)
                || Sort.DATES.has(word, language);
    }

    /** A number that counts something: not a year, not a day of a month, not "21st", not part of a name. */
    private static boolean isCount(List<Word> words, int i, String language) {
        Word word = words.get(i);
        if (Sort.NUMBERS.has(word, language)) {
            return true;
        }
        if (!word.isNumber()
                || isYear(words, i, language)
                || ORDINAL.matcher(word.lower()).matches()) {
            return false;
        }
        boolean afterName = i > 0 && words.get(i - 1).isName();
        boolean beforeMonth = i + 1 < words.size() && Sort.MONTHS.has(words.get(i + 1), language);
        return !afterName && !beforeMonth;
    }

    /** In English a number of four figures is told from a year by its comma; in others a year is called one. */
    private static boolean isYear(List<Word> words, int i, String language) {
        boolean isCalledSo = i + 1 < words.size() && Sort.TIMES.has(words.get(i + 1), language);
        return YEAR.matcher(words.get(i).text()).matches() && (language.equals("en") || isCalledSo);
    }

    private static boolean isBeforeFocus(Asked asked, List<Word> words, int i) {
        return words.subList(i + 1, Math.min(i + 3, words.size())).stream()
                .anyMatch(word -> asked.focus().contains(word.stem()));
    }

    /** A name of which the question has no part: "President Tokayev" is no news to who asks about Tokayev. */
    private static boolean isNewName(Asked asked, List<Word> words, int i) {
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
        return words.subList(Math.max(0, i - 4), i).stream().anyMatch(word -> Sort.PREPOSITIONS.has(word, language));
    }
}

package pullquote.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Recognizes full stops that belong to an abbreviation and do not end a sentence. */
final class Abbreviations {
    /** Abbreviations that never end a sentence. */
    private static final Set<String> NEVER_FINAL =
            words("mr mrs ms mx messrs dr prof gen sen rep reps lt col capt cpt cpl"
                    + " sgt maj gov pres rev hon adm cmdr brig supt insp det atty mme mlle msgr v vs a.k.a e.g i.e cf viz"
                    + " incl esp resp"
                    + " ул им просп пер пл обл р-н т т.е т.н т.к напр проф акад ген полк гр тов св оз см ср");

    /** Words that are abbreviations only before a number: {@code No. 5}, {@code Jan. 7}, {@code pp. 10–12}. */
    private static final Set<String> BEFORE_NUMBERS =
            words("ca c approx est no nos fig figs p pp vol vols ch sec sect chap art para tel"
                    + " jan feb mar apr jun jul aug sep sept oct nov dec гл ст п пп рис стр с д кв");

    /** These abbreviations, and all like {@code U.S.}, end a sentence only before a typical sentence starter. */
    private static final Set<String> SOMETIMES_FINAL =
            words("st ste mt ft inc ltd co corp jr sr bros dept univ ave blvd г гг в вв");

    /** Abbreviations that end a sentence before a capital, unless it starts a weekday or time zone. */
    private static final Set<String> FINAL_BEFORE_CAPITALS = words("a.m p.m т.д т.п н.э др пр");

    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}{1,2}\\.)+\\p{L}{1,2}");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}|Дж|Ю");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[IVXLC]+");
    private static final Pattern DAY = Pattern.compile(
            "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[SD]?T|P[SD]?T|GMT|UTC|CET|Eastern|Pacific|Central");

    /** Words that often start a sentence and rarely follow an abbreviation within one. */
    private static final Set<String> SENTENCE_STARTERS = Arrays.stream(
                    ("The A An He She It They We I You His Her Its Their Our"
                                    + " My This That These Those There Here In On At By For From With Without After Before During Since"
                                    + " Until While When Where As If Although Though Because But And Or So Yet However Also Both Some"
                                    + " Many Most All Each Every No Not Now Then Later What Who Why How Which According Under Over"
                                    + " Despite Meanwhile Nevertheless To Of One Two Only Other Another Such"
                                    + " В На Он Она Оно Они Это Эта Этот Эти По Но И А С К Из За При После До Как Так Также Если Когда"
                                    + " Его Её Ее Их Мы Я Вы Не У О Об От Для Тогда Затем Однако Кроме Сейчас Все Всего")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());

    /** UTF-16 code units; every abbreviation above is shorter. */
    private static final int MAX_LENGTH = 12;

    private Abbreviations() {}

    /**
     * Returns true if the text before {@code left} ends with an abbreviation, so the sentence continues at
     * {@code right}.
     *
     * @param start the offset where the sentence starts
     * @param left the offset after the last character before the gap
     * @param right the offset of the first character after the gap
     */
    static boolean endsWithAbbreviation(String text, int start, int left, int right) {
        int stop = left - 1;
        if (text.charAt(stop) != '.') {
            return false;
        }
        int first = stop;
        while (first > start && stop - first <= MAX_LENGTH && isWordCharacter(text.charAt(first - 1))) {
            first--;
        }
        String word = text.substring(first, stop);
        String lower = word.toLowerCase(Locale.ROOT);
        int nextWord = SentenceBreaks.skipOpening(text, right);
        String next = nextWord(text, nextWord);
        if (INITIAL.matcher(word).matches()) {
            return !startsSentence(text, nextWord, next);
        }
        if (NEVER_FINAL.contains(lower)) {
            return true;
        }
        if (BEFORE_NUMBERS.contains(lower)) {
            return NUMBER.matcher(next).matches() || Character.isDigit(text.charAt(right));
        }
        if (FINAL_BEFORE_CAPITALS.contains(lower)) {
            return DAY.matcher(next).matches();
        }
        if (lower.equals("г") && !followsNumber(text, first)) {
            return true; // without a number before it, “г.” is город (city), not год (year)
        }
        if (SOMETIMES_FINAL.contains(lower) || DOTTED.matcher(word).matches()) {
            return !startsSentence(text, nextWord, next);
        }
        // A number alone at the start of a sentence numbers a list item.
        return first == Blanks.skipForward(text, start) && NUMBER.matcher(word).matches();
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean followsNumber(String text, int first) {
        int before = Blanks.skipBackward(text, first);
        return before > 0 && Character.isDigit(text.charAt(before - 1));
    }

    /** Returns true for {@code A man came}; false for {@code A. Smith came}, where the letter is an initial. */
    private static boolean startsSentence(String text, int right, String next) {
        int end = right + next.length();
        boolean isInitial = next.length() == 1 && end < text.length() && text.charAt(end) == '.';
        return SENTENCE_STARTERS.contains(next) && !isInitial;
    }

    private static String nextWord(String text, int right) {
        int end = right;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end)) && end - right <= 2 * MAX_LENGTH) {
            end++;
        }
        return text.substring(right, end);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}

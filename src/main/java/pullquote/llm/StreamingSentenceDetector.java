package pullquote.llm;

import java.util.Locale;
import java.util.Set;

/** Detects the end of a sentence in a streamed text. If in doubt, the sentence continues. */
final class StreamingSentenceDetector {
    private static final String TERMINATORS = ".!?…。！？";
    private static final String CLOSING_MARKS = "\"”»’')*_";
    private static final String DASHES = "-–—";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed",
            "thu", "fri", "sat", "sun", "mr", "mrs", "ms", "dr", "prof", "gen", "col", "maj", "capt", "lt", "sgt",
            "gov", "sen", "rep", "rev", "hon", "st", "no", "vs", "art", "fig", "jr", "sr", "inc", "ltd", "co", "corp",
            "approx", "ca", "cf", "etc", "янв", "февр", "фев", "мар", "апр", "авг", "сент", "сен", "окт", "нояб", "ноя",
            "дек", "гг", "им", "ул", "обл", "пр", "тыс", "руб", "млн", "млрд", "см", "др", "стр", "ст", "чел", "гр");

    private StreamingSentenceDetector() {}

    /**
     * Returns true if the text ends with a full stop or similar mark, ignoring closing quotation marks and brackets.
     */
    static boolean endsWithTerminator(CharSequence text) {
        int stop = lastContentIndex(text);
        return stop >= 0 && TERMINATORS.indexOf(text.charAt(stop)) >= 0;
    }

    /**
     * Returns true if the sentence in {@code text} ends before {@code next}, which follows a space.
     *
     * @param marked true if a citation mark comes between them; this is stronger evidence than a full stop
     */
    static boolean isSentenceEnd(char next, CharSequence text, boolean marked) {
        if (!endsWithTerminator(text) || Character.isLowerCase(next)) {
            return false;
        }
        if (marked) {
            return true;
        }
        int stop = lastContentIndex(text);
        if (text.charAt(stop) == '.') {
            return DASHES.indexOf(next) < 0 && !isAbbreviated(text, stop);
        }
        // A sentence can continue after a quoted question: “Is it so?” Tokayev asked.
        return DASHES.indexOf(next) < 0 && stop == text.length() - 1;
    }

    private static int lastContentIndex(CharSequence text) {
        int i = text.length() - 1;
        while (i >= 0 && CLOSING_MARKS.indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i;
    }

    private static boolean isAbbreviated(CharSequence text, int stop) {
        int start = stop;
        while (start > 0 && isWordCharacter(text.charAt(start - 1))) {
            start--;
        }
        String word = text.subSequence(start, stop).toString().toLowerCase(Locale.ROOT);
        boolean initials = word.matches("\\p{L}(\\.\\p{L})*");
        boolean listNumber = word.matches("\\d{1,3}") && isFirstWord(text, start);
        return initials || listNumber || ABBREVIATIONS.contains(word);
    }

    private static boolean isFirstWord(CharSequence text, int start) {
        return text.chars().limit(start).noneMatch(Character::isLetterOrDigit);
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.';
    }
}

package pullquote.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows what somebody said from what an article tells by itself. English so far. */
public final class Speech {
    private static final Pattern QUOTATION = Pattern.compile("[“\"«]([^“”\"«»]+)[”\"»]");
    /** Two words are picked from what somebody said; three or more are what they said. */
    private static final Pattern THREE_WORDS = Pattern.compile("\\p{L}+\\P{L}+\\p{L}+\\P{L}+\\p{L}+");

    /** Verbs of saying and thinking, and "according", as stems. */
    private static final Set<String> SAYING =
            Set.of(("said say sai state emphas note reiter reconfirm spoke speak announc"
                            + " describ told tell ad add welcom stress claim argu warn promis explain insist deni deny call accord"
                            + " express believ think thought intend comment declar admit conced acknowledg recal mention report"
                            + " wrote write suggest propos view consid hope fear vow pledg urg condemn prais critic")
                    .split(" "));

    private Speech() {}

    /**
     * Whether a sentence gives somebody's words, directly or not.
     *
     * @param stems the stems of its words
     */
    public static boolean isIn(String sentence, Set<String> stems) {
        return isQuotedIn(sentence) || stems.stream().anyMatch(SAYING::contains);
    }

    /** Whether a sentence quotes three words or more. */
    public static boolean isQuotedIn(String sentence) {
        return quotations(sentence).stream()
                .anyMatch(quotation -> THREE_WORDS.matcher(quotation).find());
    }

    /** What stands between quotation marks, without them. */
    static List<String> quotations(String sentence) {
        return QUOTATION
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}

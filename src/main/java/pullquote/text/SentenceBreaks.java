package pullquote.text;

import java.util.TreeSet;
import java.util.regex.Pattern;

/** Selects the actual sentence breaks among candidate positions. */
final class SentenceBreaks {
    private static final Pattern FOOTNOTE = Pattern.compile("\\[(?:[0-9]{1,3}|\\p{L}|note [0-9]+|citation needed)\\]");

    /** The attribution after a quotation that ends with a question: {@code “Will it?” President Tokayev asked.} */
    private static final Pattern SPEAKER = Pattern.compile("(?:\\p{L}[\\p{L}.’'-]{0,30} ){1,6}?"
            + "(?:said|says|asked|asks|added|told|replied|wrote|writes|cried|shouted|wondered|answered|explained)\\b");

    private static final String OPENING = "“\"«‘'([„";
    private static final String CLOSING = "”\"»’')]";

    private final String text;

    private SentenceBreaks(String text) {
        this.text = text;
    }

    /** Returns the candidate offsets at which a sentence ends. */
    static TreeSet<Integer> select(String text, TreeSet<Integer> candidates) {
        var breaks = new SentenceBreaks(text);
        var chosen = new TreeSet<Integer>();
        int start = 0;
        int previous = 0;
        boolean hasWords = false;
        for (int candidate : candidates) {
            hasWords = hasWords || Word.containsWord(text.substring(previous, candidate));
            previous = candidate;
            if (hasWords && breaks.isBreak(start, candidate)) {
                chosen.add(candidate);
                start = candidate;
                hasWords = false;
            }
        }
        return chosen;
    }

    private boolean isBreak(int start, int candidate) {
        int left = Blanks.skipBackward(text, candidate);
        int right = Blanks.skipForward(text, candidate);
        return right < text.length()
                && !continues(left, right)
                && !isAttribution(left, right)
                && !Abbreviations.endsWithAbbreviation(text, start, left, right);
    }

    /** Returns true if the following text cannot begin a sentence. */
    private boolean continues(int left, int right) {
        char next = text.charAt(right);
        int word = skipOpening(text, right);
        if (word < text.length() && Character.isLowerCase(text.charAt(word)) || ",;:%".indexOf(next) >= 0) {
            return true;
        }
        boolean isLast = right + 1 == text.length();
        switch (Character.getType(next)) {
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> {
                return true;
            }
            case Character.DASH_PUNCTUATION -> {
                // “Yes!” – he said. A dash before a capital starts the next speaker's words.
                int first = Blanks.skipForward(text, right + 1);
                return first == text.length() || Character.isLowerCase(text.charAt(first));
            }
            default -> {
                return next == '"' && (isLast || Blanks.isBlank(text.charAt(right + 1)))
                        || FOOTNOTE.matcher(text).region(right, text.length()).lookingAt()
                                && text.charAt(left - 1) != ']';
            }
        }
    }

    /**
     * Returns the offset of the first character at or after {@code offset} that is not an opening quotation mark or
     * bracket.
     */
    static int skipOpening(String text, int offset) {
        int at = offset;
        while (at < text.length() && OPENING.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean isAttribution(int left, int right) {
        int mark = left - 1;
        while (mark > 0 && CLOSING.indexOf(text.charAt(mark)) >= 0) {
            mark--;
        }
        boolean isQuotation = mark < left - 1 && "?!…".indexOf(text.charAt(mark)) >= 0;
        return isQuotation
                && SPEAKER.matcher(text)
                        .region(right, Math.min(text.length(), right + 120))
                        .lookingAt();
    }
}

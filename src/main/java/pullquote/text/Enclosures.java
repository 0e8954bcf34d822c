package pullquote.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds what stands between quotation marks or brackets, marks included. What is never closed, encloses nothing. */
final class Enclosures {
    /** A longer remark in brackets is told in sentences of its own. */
    private static final int MAX_PARENTHETICAL_LENGTH = 300;

    private record Open(char close, int start) {}

    private final String text;
    private final List<Span> found = new ArrayList<>();

    private Enclosures(String text) {
        this.text = text;
    }

    static List<Span> find(String text) {
        var enclosures = new Enclosures(text);
        enclosures.findPairs("“”„“", Integer.MAX_VALUE);
        enclosures.findPairs("«»", Integer.MAX_VALUE);
        enclosures.findPairs("()[]", MAX_PARENTHETICAL_LENGTH);
        enclosures.findStraightQuotations();
        return enclosures.found;
    }

    /** @param marks each opening mark with its closing mark behind it */
    private void findPairs(String marks, int longest) {
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!open.isEmpty() && open.peek().close == c) {
                int start = open.pop().start;
                if (i + 1 - start <= longest) {
                    found.add(new Span(start, i + 1));
                }
                continue; // “ opens in English and closes in „German“
            }
            for (int mark = 0; mark < marks.length(); mark += 2) {
                if (marks.charAt(mark) == c) {
                    open.push(new Open(marks.charAt(mark + 1), i));
                }
            }
        }
    }

    /** They look alike on both sides, so they count only if all of them in the paragraph make sense as pairs. */
    private void findStraightQuotations() {
        var quotations = new ArrayList<Span>();
        int start = -1;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            if (start < 0) {
                if (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
                    continue; // seconds or inches
                }
                if (i + 1 == text.length() || Blanks.isBlank(text.charAt(i + 1))) {
                    return;
                }
                start = i;
            } else {
                if (Blanks.isBlank(text.charAt(i - 1))) {
                    return;
                }
                quotations.add(new Span(start, i + 1));
                start = -1;
            }
        }
        if (start < 0) {
            found.addAll(quotations);
        }
    }
}

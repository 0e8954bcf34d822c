package pullquote.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds text between quotation marks or brackets, including the marks. Ignores marks that are not closed. */
final class Enclosures {
    /** UTF-16 code units; a longer text in brackets is split into sentences like any other. */
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

    /**
     * Finds nested pairs of marks.
     *
     * @param marks pairs of an opening and a closing mark
     * @param longest the maximum length of an enclosure in UTF-16 code units
     */
    private void findPairs(String marks, int longest) {
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!open.isEmpty() && open.peek().close == c) {
                int start = open.pop().start;
                if (i + 1 - start <= longest) {
                    found.add(new Span(start, i + 1));
                }
                continue; // “ is an opening mark in English and a closing mark in „German“
            }
            for (int mark = 0; mark < marks.length(); mark += 2) {
                if (marks.charAt(mark) == c) {
                    open.push(new Open(marks.charAt(mark + 1), i));
                }
            }
        }
    }

    /**
     * Finds quotations in straight marks. Opening and closing marks look the same, so all of them must form valid
     * pairs.
     */
    private void findStraightQuotations() {
        var quotations = new ArrayList<Span>();
        int start = -1;
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            if (start < 0) {
                if (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
                    continue; // seconds or inches, not a quotation mark
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

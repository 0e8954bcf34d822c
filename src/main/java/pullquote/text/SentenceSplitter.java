package pullquote.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a paragraph into its sentences, each of which can be quoted by itself.
 *
 * <p>In doubt two sentences stay one: a long quotation is a nuisance, half a sentence is a falsehood.
 */
public final class SentenceSplitter {
    private static final int MAX_QUOTATION_LENGTH = 1_000;

    /**
     * Ends that the break iterator does not see: behind the mark of a footnote, as in {@code end.[12] Next}, before
     * a number, as in {@code It fell. 2021 was better}; there the last word is a whole one, or it may be {@code Tel. 5};
     * and before the dash with which somebody goes on to speak, as in {@code — Да, — сказал он. — Идём.}
     */
    private static final Pattern END_MARKER =
            Pattern.compile("[.!?][”\"»’)]{0,3} ?(?:\\[[\\p{L}\\p{N} ]{1,16}\\]){1,9}\\s{1,9}(?=[\\p{Lu}\\p{N}“«\"(])"
                    + "|(?<=\\p{Ll}{4})[.!?][”\"»’)]{0,3}\\s{1,9}(?=\\p{N})"
                    + "|(?<=\\p{Ll}{2})\\.\\s{1,9}(?=[–—]\\s?\\p{Lu})");

    private SentenceSplitter() {}

    /**
     * The sentences in order. They do not overlap, begin and end with no blank, and leave out nothing but blanks.
     *
     * @param language an ISO 639 code such as {@code en}
     */
    public static List<Span> split(String text, String language) {
        TreeSet<Integer> ends = SentenceBreaks.select(text, candidates(text, language));
        for (Span enclosure : Enclosures.find(text)) {
            Integer before = ends.floor(enclosure.start());
            Integer behind = ends.ceiling(enclosure.end());
            int length = (behind == null ? text.length() : behind) - (before == null ? 0 : before);
            if (length <= MAX_QUOTATION_LENGTH) {
                ends.subSet(enclosure.start(), false, enclosure.end(), false).clear();
            }
        }
        ends.add(text.length());
        return spans(text, ends);
    }

    private static TreeSet<Integer> candidates(String text, String language) {
        var ends = new TreeSet<Integer>();
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        sentences.setText(text);
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
        for (Matcher unseen = END_MARKER.matcher(text); unseen.find(); ) {
            ends.add(unseen.end());
        }
        return ends;
    }

    private static List<Span> spans(String text, TreeSet<Integer> ends) {
        var spans = new ArrayList<Span>();
        int start = 0;
        for (int end : ends) {
            int first = Blanks.skipForward(text, start);
            int last = Blanks.skipBackward(text, end);
            if (first < last) {
                spans.add(new Span(first, last));
            }
            start = end;
        }
        return spans;
    }
}

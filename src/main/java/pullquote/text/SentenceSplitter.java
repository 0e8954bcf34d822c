package pullquote.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a paragraph into sentences that can each be quoted alone.
 *
 * <p>If unsure, keeps two sentences together: a long quotation is acceptable, half a sentence can change the meaning.
 */
public final class SentenceSplitter {
    /** UTF-16 code units; sentences within a longer quotation or bracket are split. */
    private static final int MAX_QUOTATION_LENGTH = 1_000;

    /**
     * Matches sentence ends that the break iterator misses: after a footnote mark ({@code end.[12] Next}), before a
     * number ({@code It fell. 2021 was better}) and before a dash that continues direct speech
     * ({@code — Да, — сказал он. — Идём.}). Before a number the last word must have at least 4 lower-case letters, to
     * exclude {@code Tel. 5}.
     */
    private static final Pattern END_MARKER =
            Pattern.compile("[.!?][”\"»’)]{0,3} ?(?:\\[[\\p{L}\\p{N} ]{1,16}\\]){1,9}\\s{1,9}(?=[\\p{Lu}\\p{N}“«\"(])"
                    + "|(?<=\\p{Ll}{4})[.!?][”\"»’)]{0,3}\\s{1,9}(?=\\p{N})"
                    + "|(?<=\\p{Ll}{2})\\.\\s{1,9}(?=[–—]\\s?\\p{Lu})");

    private SentenceSplitter() {}

    /**
     * Returns the sentences in order. They do not overlap, do not start or end with a blank, and omit only blanks.
     *
     * @param language an ISO 639 code, for example {@code en}
     */
    public static List<Span> split(String text, String language) {
        TreeSet<Integer> ends = SentenceBreaks.select(text, candidates(text, language));
        for (Span enclosure : Enclosures.find(text)) {
            Integer before = ends.floor(enclosure.start());
            Integer after = ends.ceiling(enclosure.end());
            int length = (after == null ? text.length() : after) - (before == null ? 0 : before);
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
        for (Matcher matcher = END_MARKER.matcher(text); matcher.find(); ) {
            ends.add(matcher.end());
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

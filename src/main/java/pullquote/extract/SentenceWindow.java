package pullquote.extract;

import java.util.List;
import pullquote.answer.Evidence;
import pullquote.text.Span;

/** Whole sentences of a paragraph that follow each other: all of them, or as many as are to be read at once. */
record SentenceWindow(Evidence evidence) {

    /** The sentences around one: as many, by turns behind it and before it, as have room in a text of that many characters. */
    static SentenceWindow around(SourceSentence line, SentenceIndex lines, int longest) {
        List<SourceSentence> all =
                lines.sentences(line.evidence().article(), line.evidence().paragraph());
        int first = line.index();
        int last = line.index();
        boolean grown = true;
        while (grown) {
            grown = false;
            if (last + 1 < all.size() && length(all, first, last + 1) <= longest) {
                last++;
                grown = true;
            }
            if (first > 0 && length(all, first - 1, last) <= longest) {
                first--;
                grown = true;
            }
        }
        var span = new Span(start(all.get(first)), end(all.get(last)));
        return new SentenceWindow(
                new Evidence(line.evidence().article(), line.evidence().paragraph(), span));
    }

    String text() {
        return evidence.quote();
    }

    boolean isSameParagraph(SourceSentence line) {
        return evidence.article().equals(line.evidence().article())
                && evidence.paragraph().equals(line.evidence().paragraph());
    }

    boolean contains(SourceSentence line) {
        return isSameParagraph(line) && evidence.span().contains(line.evidence().span());
    }

    /** Where one of its sentences stands in its text. */
    Span relativeSpan(SourceSentence line) {
        int start = evidence.span().start();
        return new Span(start(line) - start, end(line) - start);
    }

    /** Where a part of its text stands in the paragraph. */
    Span toParagraphSpan(Span part) {
        int start = evidence.span().start();
        return new Span(part.start() + start, part.end() + start);
    }

    private static int length(List<SourceSentence> lines, int first, int last) {
        return end(lines.get(last)) - start(lines.get(first));
    }

    private static int start(SourceSentence line) {
        return line.evidence().span().start();
    }

    private static int end(SourceSentence line) {
        return line.evidence().span().end();
    }
}

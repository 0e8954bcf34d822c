package pullquote.answer.extractive;

import java.util.List;
import pullquote.answer.Evidence;
import pullquote.article.Span;

/** Whole sentences of a paragraph that follow each other: all of them, or as many as are to be read at once. */
record Stretch(Evidence place) {

    /** The sentences around one: as many, by turns behind it and before it, as have room in a text of that many characters. */
    static Stretch around(Line line, Lines lines, int longest) {
        List<Line> all = lines.of(line.place().article(), line.place().paragraph());
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
        return new Stretch(new Evidence(line.place().article(), line.place().paragraph(), span));
    }

    String text() {
        return place.quote();
    }

    boolean isOfParagraphOf(Line line) {
        return place.article().equals(line.place().article())
                && place.paragraph().equals(line.place().paragraph());
    }

    boolean holds(Line line) {
        return isOfParagraphOf(line) && place.span().contains(line.place().span());
    }

    /** Where one of its sentences stands in its text. */
    Span spanOf(Line line) {
        int start = place.span().start();
        return new Span(start(line) - start, end(line) - start);
    }

    /** Where a part of its text stands in the paragraph. */
    Span inParagraph(Span part) {
        int start = place.span().start();
        return new Span(part.start() + start, part.end() + start);
    }

    private static int length(List<Line> lines, int first, int last) {
        return end(lines.get(last)) - start(lines.get(first));
    }

    private static int start(Line line) {
        return line.place().span().start();
    }

    private static int end(Line line) {
        return line.place().span().end();
    }
}

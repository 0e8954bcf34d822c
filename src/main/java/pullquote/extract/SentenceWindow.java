package pullquote.extract;

import java.util.List;
import pullquote.answer.Evidence;
import pullquote.text.Span;

/** Holds consecutive sentences of a paragraph: all of them, or as many as the reader reads at once. */
record SentenceWindow(Evidence evidence) {

    /**
     * Returns the window around a sentence. It grows alternately after and before the sentence while it stays within
     * the limit.
     *
     * @param maxLength maximum length in characters; a longer sentence is still returned whole
     */
    static SentenceWindow around(SourceSentence sentence, SentenceIndex index, int maxLength) {
        List<SourceSentence> all = index.sentences(
                sentence.evidence().article(), sentence.evidence().paragraph());
        int first = sentence.index();
        int last = sentence.index();
        boolean grown = true;
        while (grown) {
            grown = false;
            if (last + 1 < all.size() && length(all, first, last + 1) <= maxLength) {
                last++;
                grown = true;
            }
            if (first > 0 && length(all, first - 1, last) <= maxLength) {
                first--;
                grown = true;
            }
        }
        var span = new Span(start(all.get(first)), end(all.get(last)));
        return new SentenceWindow(
                new Evidence(sentence.evidence().article(), sentence.evidence().paragraph(), span));
    }

    String text() {
        return evidence.quote();
    }

    boolean isSameParagraph(SourceSentence sentence) {
        return evidence.article().equals(sentence.evidence().article())
                && evidence.paragraph().equals(sentence.evidence().paragraph());
    }

    boolean contains(SourceSentence sentence) {
        return isSameParagraph(sentence)
                && evidence.span().contains(sentence.evidence().span());
    }

    /** Returns the position of one of its sentences in its text. */
    Span relativeSpan(SourceSentence sentence) {
        int start = evidence.span().start();
        return new Span(start(sentence) - start, end(sentence) - start);
    }

    /** Converts a position in its text to a position in the paragraph. */
    Span toParagraphSpan(Span part) {
        int start = evidence.span().start();
        return new Span(part.start() + start, part.end() + start);
    }

    private static int length(List<SourceSentence> sentences, int first, int last) {
        return end(sentences.get(last)) - start(sentences.get(first));
    }

    private static int start(SourceSentence sentence) {
        return sentence.evidence().span().start();
    }

    private static int end(SourceSentence sentence) {
        return sentence.evidence().span().end();
    }
}

package pullquote.text;

/**
 * A stretch of a text.
 *
 * @param start offset of its first UTF-16 code unit, from 0
 * @param end offset behind its last one
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** The words of {@code text} that this span covers; {@link IndexOutOfBoundsException} if it reaches beyond. */
    public String substringOf(String text) {
        return text.substring(start, end);
    }

    /** Whether the other lies wholly within this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}

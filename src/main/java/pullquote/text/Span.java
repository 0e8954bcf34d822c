package pullquote.text;

/**
 * Marks a range of a text.
 *
 * @param start the offset of the first UTF-16 code unit, from 0
 * @param end the offset after the last code unit; greater than {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "Invalid span: " + start + " to " + end + ". The end must be after the start.");
        }
    }

    /**
     * Returns the part of {@code text} that this span covers.
     *
     * @throws IndexOutOfBoundsException if the span extends beyond the text
     */
    public String substringOf(String text) {
        return text.substring(start, end);
    }

    /** Returns true if the other span lies entirely within this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}

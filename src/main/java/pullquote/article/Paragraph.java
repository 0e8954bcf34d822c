package pullquote.article;

/**
 * The smallest kept text of an article.
 *
 * @param number its place in the article as a reader counts, from 1; headings do not count
 * @param text its words as they were written, on one line; offsets of citations count UTF-16 code units in it
 */
public record Paragraph(int number, String text) {
    public Paragraph {
        if (number < 1) {
            throw new IllegalArgumentException("paragraphs are numbered from 1, not " + number);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("paragraph " + number + " is empty");
        }
    }
}

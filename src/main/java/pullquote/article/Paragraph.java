package pullquote.article;

/**
 * Contains one paragraph of an article.
 *
 * @param number the position in the article, from 1; headings are not counted
 * @param text the original text on one line; citation offsets count its UTF-16 code units
 */
public record Paragraph(int number, String text) {
    public Paragraph {
        if (number < 1) {
            throw new IllegalArgumentException("Invalid paragraph number: " + number + ". Numbers start at 1.");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("Empty paragraph: " + number + ". Leave out blank paragraphs.");
        }
    }
}

package pullquote.query;

/**
 * What is remembered of a citation. The article may have changed since, or be gone.
 *
 * @param version of the article, as it was then
 * @param paragraph its number, from 1
 * @param start offset of the quote in the paragraph, in UTF-16 code units
 * @param end offset behind it
 * @param quote its words, or the first {@value Turn#MAX_TEXT_LENGTH} characters of them
 */
public record StoredCitation(String articleId, String version, int paragraph, int start, int end, String quote) {
    public StoredCitation {
        quote = Turn.truncate(quote);
    }
}

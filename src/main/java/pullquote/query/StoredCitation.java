package pullquote.query;

/**
 * Holds a citation of an earlier answer. The article may have changed or been removed since.
 *
 * @param version version of the article at that time
 * @param paragraph number of the paragraph, from 1
 * @param start offset of the quote in the paragraph, in UTF-16 code units
 * @param end offset after the quote
 * @param quote the quoted text, at most its first {@value Turn#MAX_TEXT_LENGTH} characters
 */
public record StoredCitation(String articleId, String version, int paragraph, int start, int end, String quote) {
    public StoredCitation {
        quote = Turn.truncate(quote);
    }
}

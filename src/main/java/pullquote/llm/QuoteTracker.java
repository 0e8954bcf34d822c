package pullquote.llm;

/**
 * Tracks whether a streamed text is inside quotation marks. Single quotation marks are ignored, because they cannot be
 * told from apostrophes.
 */
final class QuoteTracker {
    private int openCount;
    private boolean lowQuoteOpen;
    private boolean straightQuoteOpen;

    void read(char c) {
        switch (c) {
            case '"' -> straightQuoteOpen = !straightQuoteOpen;
            case '„' -> lowQuoteOpen = true;
            case '“' -> {
                // This mark closes a quotation opened by „ and opens one otherwise.
                openCount += lowQuoteOpen ? 0 : 1;
                lowQuoteOpen = false;
            }
            case '«' -> openCount++;
            case '”', '»' -> {
                openCount = Math.max(0, openCount - 1);
                lowQuoteOpen = false;
            }
            default -> {}
        }
    }

    boolean isOutsideQuotes() {
        return openCount == 0 && !lowQuoteOpen && !straightQuoteOpen;
    }

    void reset() {
        openCount = 0;
        lowQuoteOpen = false;
        straightQuoteOpen = false;
    }
}

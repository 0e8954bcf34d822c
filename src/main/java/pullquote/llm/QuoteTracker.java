package pullquote.llm;

/**
 * Tracks whether a streamed text is inside quotation marks. Single quotation marks are ignored, because they cannot be
 * distinguished from apostrophes.
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
                // This mark closes a quotation opened by „. Otherwise it opens one.
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

    /** Returns true if no quotation is open. */
    boolean isOutsideQuotes() {
        return openCount == 0 && !lowQuoteOpen && !straightQuoteOpen;
    }

    void reset() {
        openCount = 0;
        lowQuoteOpen = false;
        straightQuoteOpen = false;
    }
}

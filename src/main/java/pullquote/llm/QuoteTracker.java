package pullquote.llm;

/** Knows whether a text that is read along stands within quotation marks. Apostrophes make single ones useless. */
final class QuoteTracker {
    private int openCount;
    private boolean lowQuoteOpen;
    private boolean straightQuoteOpen;

    void read(char c) {
        switch (c) {
            case '"' -> straightQuoteOpen = !straightQuoteOpen;
            case '„' -> lowQuoteOpen = true;
            case '“' -> {
                // It closes what „ has opened, and opens otherwise.
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

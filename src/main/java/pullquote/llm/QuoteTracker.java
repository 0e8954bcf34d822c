package pullquote.llm;

/** Knows whether a text that is read along stands within quotation marks. Apostrophes make single ones useless. */
final class QuoteTracker {
    private int open;
    private boolean openLow;
    private boolean straight;

    void read(char c) {
        switch (c) {
            case '"' -> straight = !straight;
            case '„' -> openLow = true;
            case '“' -> {
                // It closes what „ has opened, and opens otherwise.
                open += openLow ? 0 : 1;
                openLow = false;
            }
            case '«' -> open++;
            case '”', '»' -> {
                open = Math.max(0, open - 1);
                openLow = false;
            }
            default -> {}
        }
    }

    boolean isClosed() {
        return open == 0 && !openLow && !straight;
    }

    void reset() {
        open = 0;
        openLow = false;
        straight = false;
    }
}

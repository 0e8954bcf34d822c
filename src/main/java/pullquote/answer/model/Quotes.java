package pullquote.answer.model;

/** Knows whether a text that is read along stands within quotation marks. Apostrophes make single ones useless. */
final class Quotes {
    private int open;
    private boolean low;
    private boolean straight;

    void read(char c) {
        switch (c) {
            case '"' -> straight = !straight;
            case '„' -> low = true;
            case '“' -> {
                // It closes what „ has opened, and opens otherwise.
                open += low ? 0 : 1;
                low = false;
            }
            case '«' -> open++;
            case '”', '»' -> {
                open = Math.max(0, open - 1);
                low = false;
            }
            default -> {}
        }
    }

    boolean areClosed() {
        return open == 0 && !low && !straight;
    }

    void forget() {
        open = 0;
        low = false;
        straight = false;
    }
}

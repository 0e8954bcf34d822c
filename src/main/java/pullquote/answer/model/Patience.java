package pullquote.answer.model;

import java.time.Duration;

/**
 * How long to wait for a model.
 *
 * @param first for its first word; it may have to read and to think before
 * @param between from one word to the next
 * @param whole for the whole answer, pauses and a second try included
 */
record Patience(Duration first, Duration between, Duration whole) {
    /** As long as a reader will. */
    static final Patience OF_READERS =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(60));
}

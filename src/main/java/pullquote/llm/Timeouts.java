package pullquote.llm;

import java.time.Duration;

/**
 * How long to wait for a model.
 *
 * @param first for its first word; it may have to read and to think before
 * @param between from one word to the next
 * @param whole for the whole answer, pauses and a second try included
 * @param again before a second try, if the server does not say when: at least that long, and at most twice as long
 */
record Timeouts(Duration firstToken, Duration betweenTokens, Duration total, Duration minRetryDelay) {
    /** Rewriting and translating the question take 8 s each at most, so that an answer takes 60 s at most in all. */
    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(44), Duration.ofMillis(500));
}

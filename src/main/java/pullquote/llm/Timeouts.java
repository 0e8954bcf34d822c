package pullquote.llm;

import java.time.Duration;

/**
 * Limits for waiting for a model.
 *
 * @param firstToken for the first token; the model may have to read and to reason before it
 * @param betweenTokens between two tokens
 * @param total for the whole answer, pauses and the retry included
 * @param minRetryDelay before the retry if the provider names no time; at most twice this value
 */
record Timeouts(Duration firstToken, Duration betweenTokens, Duration total, Duration minRetryDelay) {
    /** Rewriting and translating the question take 8 s each at most, so that an answer takes 60 s at most in all. */
    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(44), Duration.ofMillis(500));
}

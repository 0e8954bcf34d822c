package pullquote.llm;

import java.time.Duration;

/**
 * Limits the time to wait for a model.
 *
 * @param firstToken the time until the first token, in which the model reads the prompt and may reason
 * @param betweenTokens the time between two tokens
 * @param total the time for the whole answer, including pauses and the retry
 * @param minRetryDelay the minimum delay before the retry if the provider names none; the maximum is twice this value
 */
record Timeouts(Duration firstToken, Duration betweenTokens, Duration total, Duration minRetryDelay) {
    /** Limits an answer to 60 s in total, with at most 8 s each for rewriting and translating the question. */
    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(44), Duration.ofMillis(500));
}

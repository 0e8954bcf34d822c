package pullquote.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** Reports that the provider asks clients to retry after a delay. */
public final class RateLimitException extends HttpException {
    private final Duration retryDelay;

    public RateLimitException(int statusCode, String message, Duration retryDelay) {
        super(statusCode, message);
        this.retryDelay = retryDelay;
    }

    /** Returns the delay before the next request. */
    public Duration retryDelay() {
        return retryDelay;
    }
}

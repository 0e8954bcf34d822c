package pullquote.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** Reports that the provider has no capacity now and names the time to wait. */
public final class RateLimitException extends HttpException {
    private final Duration retryDelay;

    public RateLimitException(int statusCode, String message, Duration pause) {
        super(statusCode, message);
        this.retryDelay = pause;
    }

    /** Returns the time to wait before the next request. */
    public Duration retryDelay() {
        return retryDelay;
    }
}

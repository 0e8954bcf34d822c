package pullquote.llm;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** A model's server has no time now and says when it will. */
public final class RateLimitException extends HttpException {
    private final Duration retryDelay;

    public RateLimitException(int statusCode, String message, Duration pause) {
        super(statusCode, message);
        this.retryDelay = pause;
    }

    /** Not to be asked again before that. */
    public Duration retryDelay() {
        return retryDelay;
    }
}

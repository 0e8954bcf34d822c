package pullquote.answer.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** A model's server has no time now and says when it will. */
public final class TryLater extends HttpException {
    private final Duration pause;

    public TryLater(int statusCode, String message, Duration pause) {
        super(statusCode, message);
        this.pause = pause;
    }

    /** Not to be asked again before that. */
    public Duration pause() {
        return pause;
    }
}

package pullquote.answer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How something that others can fail is doing, such as a writer that needs a model: for those who run the server.
 *
 * @param since when it came to be so; empty as long as nothing is known
 * @param problem if it is failing, what went wrong last and what to do about it; holds no secret and no word of others
 * @param resting whether it is left alone for a while, after it has failed too often
 */
public record HealthStatus(State state, Optional<Instant> since, Optional<String> problem, boolean circuitOpen) {
    /** Nobody has been asked yet. */
    public static final HealthStatus UNKNOWN =
            new HealthStatus(State.UNKNOWN, Optional.empty(), Optional.empty(), false);

    public boolean isFailing() {
        return state == State.FAILING;
    }

    /** What the last question made of it. */
    public enum State {
        UNKNOWN,
        OK,
        FAILING;

        /** Its name in the API, such as {@code failing}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

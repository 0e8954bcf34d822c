package pullquote.answer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Health of an external dependency, such as the LLM provider or the database, for operators.
 *
 * @param since when the current state began; empty while it is unknown
 * @param problem the last error and its remedy while failing; contains no secrets and no text of the provider
 * @param circuitOpen true if the dependency is not called for a while, after too many failures
 */
public record HealthStatus(State state, Optional<Instant> since, Optional<String> problem, boolean circuitOpen) {
    /** The status before the first call. */
    public static final HealthStatus UNKNOWN =
            new HealthStatus(State.UNKNOWN, Optional.empty(), Optional.empty(), false);

    public boolean isFailing() {
        return state == State.FAILING;
    }

    /** The result of the last call. */
    public enum State {
        UNKNOWN,
        OK,
        FAILING;

        /** Returns the name in the API, such as {@code failing}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

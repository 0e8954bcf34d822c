package pullquote.llm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pullquote.answer.GeneratorException;
import pullquote.answer.HealthStatus;
import pullquote.answer.HealthStatus.State;

/**
 * Stops calling a model that was unavailable several times in a row. After a pause, one trial call decides whether to
 * go on. Answers that merely ended badly or were cancelled do not count.
 */
final class LlmCircuitBreaker {
    private final CircuitBreaker breaker;
    private volatile HealthStatus lastHealth = HealthStatus.UNKNOWN;

    LlmCircuitBreaker(int failuresInARow, Duration rest) {
        breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindow(failuresInARow, failuresInARow, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(LlmUnavailableException.class::isInstance)
                        .ignoreException(e -> !(e instanceof LlmUnavailableException))
                        .build());
    }

    interface Call {
        void run() throws GeneratorException;
    }

    /** Runs a call if the circuit is closed, and updates the health. */
    void execute(Call work) throws GeneratorException {
        if (!breaker.tryAcquirePermission()) {
            throw new GeneratorException("circuit open: " + lastHealth.problem().orElse("a trial call is running"));
        }
        long start = breaker.getCurrentTimestamp();
        try {
            work.run();
            breaker.onSuccess(elapsedSince(start), breaker.getTimestampUnit());
            updateHealth(State.OK, Optional.empty());
        } catch (LlmUnavailableException e) {
            breaker.onError(elapsedSince(start), breaker.getTimestampUnit(), e);
            updateHealth(State.FAILING, Optional.of(e.problem()));
            throw e;
        } catch (GeneratorException | RuntimeException | Error e) {
            breaker.onError(elapsedSince(start), breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    HealthStatus health() {
        HealthStatus now = lastHealth;
        return new HealthStatus(
                now.state(), now.since(), now.problem(), breaker.getState() == CircuitBreaker.State.OPEN);
    }

    private synchronized void updateHealth(State state, Optional<String> problem) {
        Optional<Instant> since = lastHealth.state() == state
                ? lastHealth.since()
                : Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        lastHealth = new HealthStatus(state, since, problem, false);
    }

    private long elapsedSince(long start) {
        return breaker.getCurrentTimestamp() - start;
    }
}

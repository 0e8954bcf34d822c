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
 * resume. Incomplete answers, rejected requests and cancelled calls do not count as failures.
 */
final class LlmCircuitBreaker {
    private final CircuitBreaker breaker;
    private volatile HealthStatus lastHealth = HealthStatus.UNKNOWN;

    LlmCircuitBreaker(int failureThreshold, Duration openDuration) {
        breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindow(failureThreshold, failureThreshold, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(openDuration)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(LlmUnavailableException.class::isInstance)
                        .ignoreException(e -> !(e instanceof LlmUnavailableException))
                        .build());
    }

    /** Runs one call of the model. */
    interface Call {
        void run() throws GeneratorException;
    }

    /**
     * Runs a call and updates the health.
     *
     * @throws GeneratorException if the circuit is open or the call fails
     */
    void execute(Call call) throws GeneratorException {
        if (!breaker.tryAcquirePermission()) {
            throw new GeneratorException("circuit open: " + lastHealth.problem().orElse("a trial call is running"));
        }
        long start = breaker.getCurrentTimestamp();
        try {
            call.run();
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

    /** Returns the health after the last call that affected it. */
    HealthStatus health() {
        HealthStatus last = lastHealth;
        return new HealthStatus(
                last.state(), last.since(), last.problem(), breaker.getState() == CircuitBreaker.State.OPEN);
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

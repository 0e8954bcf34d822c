package pullquote.answer.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import pullquote.answer.Condition;
import pullquote.answer.Condition.State;
import pullquote.answer.WriterException;

/**
 * How a model has been doing. One that was {@link Unavailable} a few times in a row is left alone for a while, so that
 * readers need not wait for it in vain; then one question tries it again. What only ended badly, or was given up because
 * its reader had gone, counts neither for it nor against it.
 */
final class Standing {
    private final CircuitBreaker breaker;
    private volatile Condition last = Condition.UNKNOWN;

    Standing(int failuresInARow, Duration rest) {
        breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindow(failuresInARow, failuresInARow, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(Unavailable.class::isInstance)
                        .ignoreException(e -> !(e instanceof Unavailable))
                        .build());
    }

    interface Work {
        void run() throws WriterException;
    }

    /** Has the model work, and draws its conclusions. */
    void watch(Work work) throws WriterException {
        if (!breaker.tryAcquirePermission()) {
            throw new WriterException(
                    "left alone for a while: " + last.problem().orElse("it is being tried"));
        }
        long start = breaker.getCurrentTimestamp();
        try {
            work.run();
            breaker.onSuccess(since(start), breaker.getTimestampUnit());
            become(State.OK, Optional.empty());
        } catch (Unavailable e) {
            breaker.onError(since(start), breaker.getTimestampUnit(), e);
            become(State.FAILING, Optional.of(e.problem()));
            throw e;
        } catch (WriterException | RuntimeException | Error e) {
            breaker.onError(since(start), breaker.getTimestampUnit(), e);
            throw e;
        }
    }

    Condition condition() {
        Condition now = last;
        return new Condition(now.state(), now.since(), now.problem(), breaker.getState() == CircuitBreaker.State.OPEN);
    }

    private synchronized void become(State state, Optional<String> problem) {
        Optional<Instant> since =
                last.state() == state ? last.since() : Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        last = new Condition(state, since, problem, false);
    }

    private long since(long start) {
        return breaker.getCurrentTimestamp() - start;
    }
}

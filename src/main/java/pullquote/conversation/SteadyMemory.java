package pullquote.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Condition;

/**
 * A memory that never fails: while the lasting one does, the short one stands in for it, and what is said meanwhile is
 * handed on when it is well again. It is then left alone for a while, so that not every reader waits for it in vain.
 */
public final class SteadyMemory implements Memory {
    private static final Logger log = LoggerFactory.getLogger(SteadyMemory.class);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(10);
    private static final int MOST_UNSAVED = 1_000;

    private final Memory lasting;
    private final Memory stand = new ShortMemory();
    private final Queue<Consumer<Memory>> unsaved = new ArrayDeque<>();
    private final Clock clock;
    private final Duration rest;
    private final Upkeep upkeep;

    private Condition condition;
    private long failedAt;
    private long complainedAt;

    /** Looks after it, until it is closed; which closes the lasting one too. */
    public static SteadyMemory over(Memory lasting, Clock clock) {
        var memory = new SteadyMemory(lasting, clock, REST);
        memory.upkeep.start();
        return memory;
    }

    /** @param rest how long the lasting memory is left alone after it has failed */
    SteadyMemory(Memory lasting, Clock clock, Duration rest) {
        this.lasting = lasting;
        this.clock = clock;
        this.rest = rest;
        this.upkeep = new Upkeep(this, clock);
        this.condition = new Condition(Condition.State.OK, Optional.of(clock.instant()), Optional.empty(), false);
    }

    @Override
    public List<Exchange> find(Conversation conversation, Instant since) {
        return attempt(() -> lasting.find(conversation, since)).orElseGet(() -> stand.find(conversation, since));
    }

    @Override
    public void append(Conversation conversation, Exchange exchange) {
        stand.append(conversation, exchange);
        boolean isKept = attempt(() -> {
                    lasting.append(conversation, exchange);
                    return true;
                })
                .orElse(false);
        if (!isKept) {
            keepForLater(memory -> memory.append(conversation, exchange));
        }
    }

    @Override
    public boolean rate(Feedback feedback) {
        return attempt(() -> lasting.rate(feedback)).orElseGet(() -> rateLater(feedback));
    }

    private boolean rateLater(Feedback feedback) {
        boolean isKnown = stand.rate(feedback);
        if (isKnown) {
            keepForLater(memory -> memory.rate(feedback));
        }
        return isKnown;
    }

    @Override
    public void forget(Instant before) {
        stand.forget(before);
        attempt(() -> {
            lasting.forget(before);
            return true;
        });
    }

    @Override
    public synchronized Optional<Condition> condition() {
        return Optional.of(
                new Condition(condition.state(), condition.since(), condition.problem(), isFailing() && isResting()));
    }

    @Override
    public void close() {
        upkeep.close();
        lasting.close();
    }

    private <T> Optional<T> attempt(Supplier<T> work) {
        if (isResting()) {
            return Optional.empty();
        }
        try {
            handOn();
            T result = work.get();
            well();
            return Optional.of(result);
        } catch (MemoryFailure e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** In the order in which it was said; what cannot be handed on now stays. */
    private void handOn() {
        synchronized (unsaved) {
            for (Consumer<Memory> next = unsaved.peek(); next != null; next = unsaved.peek()) {
                next.accept(lasting);
                unsaved.remove();
            }
        }
    }

    private void keepForLater(Consumer<Memory> said) {
        synchronized (unsaved) {
            unsaved.add(said);
            if (unsaved.size() > MOST_UNSAVED) {
                unsaved.remove();
            }
        }
    }

    private synchronized boolean isFailing() {
        return condition.isFailing();
    }

    private synchronized boolean isResting() {
        return isFailing() && System.nanoTime() - failedAt < rest.toNanos();
    }

    private synchronized void well() {
        if (isFailing()) {
            condition = new Condition(Condition.State.OK, Optional.of(clock.instant()), Optional.empty(), false);
            log.info("Conversations are kept again");
        }
    }

    private synchronized void failed(MemoryFailure e) {
        long now = System.nanoTime();
        if (!isFailing() || now - complainedAt >= BETWEEN_COMPLAINTS.toNanos()) {
            log.warn("Conversations are not kept: {}. Answers go on; I try again every few seconds.", e.getMessage());
            complainedAt = now;
        }
        log.debug("not kept", e);
        failedAt = now;
        Optional<Instant> since = isFailing() ? condition.since() : Optional.of(clock.instant());
        condition = new Condition(Condition.State.FAILING, since, Optional.of(String.valueOf(e.getMessage())), true);
    }
}

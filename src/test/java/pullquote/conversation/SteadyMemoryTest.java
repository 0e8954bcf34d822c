package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.Chat.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pullquote.answer.Condition;

/** A memory that never fails, though the one behind it does. */
class SteadyMemoryTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Ailing lasting = new Ailing();
    private final SteadyMemory memory = new SteadyMemory(lasting, CLOCK, Duration.ZERO);
    private final Conversation conversation = Chat.conversation();

    @Nested
    class WhileAllIsWell extends MemoryContract {
        @Override
        protected Memory empty() {
            return new SteadyMemory(new ShortMemory(MOST), CLOCK, Duration.ZERO);
        }
    }

    @Test
    @Tag("P02")
    void goes_on_from_the_process_while_the_database_is_gone() {
        lasting.isIll = true;
        var said = Chat.answered("When?", NOON);
        memory.append(conversation, said);

        assertThat(memory.find(conversation, Instant.EPOCH)).containsExactly(said);
        assertThat(lasting.kept(conversation)).isEmpty();
        assertThat(memory.condition().orElseThrow())
                .isEqualTo(new Condition(
                        Condition.State.FAILING, Optional.of(NOON), Optional.of("the disk is full; make room"), false));
    }

    @Test
    @Tag("P02")
    void hands_on_what_was_said_meanwhile_when_the_database_is_back() {
        var before = Chat.answered("When?", NOON);
        var meanwhile = Chat.answered("Who?", NOON);
        var after = Chat.answered("Why?", NOON);
        memory.append(conversation, before);
        lasting.isIll = true;
        memory.append(conversation, meanwhile);
        lasting.isIll = false;
        memory.append(conversation, after);

        assertThat(lasting.kept(conversation)).containsExactly(before, meanwhile, after);
        assertThat(memory.find(conversation, Instant.EPOCH)).containsExactly(before, meanwhile, after);
        assertThat(memory.condition().orElseThrow().isFailing()).isFalse();
    }

    @Test
    @Tag("P02")
    void hands_on_behind_it_what_a_reader_thought_of_it_meanwhile() {
        var before = Chat.answered("When?", NOON);
        var meanwhile = Chat.answered("Who?", NOON);
        memory.append(conversation, before);
        lasting.isIll = true;
        memory.append(conversation, meanwhile);
        var thumbs = List.of(Chat.up(before, NOON), Chat.down(meanwhile, "No", NOON), Chat.up(meanwhile, NOON));

        assertThat(thumbs).allMatch(memory::rate);
        assertThat(memory.rate(Chat.up(Chat.answered("Who?", NOON), NOON)))
                .as("an invented one")
                .isFalse();
        assertThat(lasting.ratings).isEmpty();
        lasting.isIll = false;
        memory.forget(Instant.EPOCH);
        assertThat(lasting.ratings).containsExactlyElementsOf(thumbs);
    }

    @Test
    @Tag("P02")
    void heals_also_if_nobody_asks() {
        lasting.isIll = true;
        memory.append(conversation, Chat.answered("When?", NOON));
        lasting.isIll = false;

        memory.forget(Instant.EPOCH);

        assertThat(lasting.kept(conversation)).hasSize(1);
        assertThat(memory.condition().orElseThrow().isFailing()).isFalse();
    }

    @Test
    @Tag("P02")
    void leaves_an_ailing_database_alone_for_a_while() {
        var patient = new SteadyMemory(lasting, CLOCK, Duration.ofHours(1));
        lasting.isIll = true;
        for (int n = 0; n < 5; n++) {
            patient.append(conversation, Chat.answered("When?", NOON));
        }

        assertThat(lasting.calls).hasValue(1);
        assertThat(patient.condition().orElseThrow().resting()).isTrue();
        assertThat(patient.find(conversation, Instant.EPOCH)).hasSize(5);
    }

    /** Fails as long as it is ill. */
    private static final class Ailing implements Memory {
        private final Memory memory = new ShortMemory();
        private final AtomicInteger calls = new AtomicInteger();
        private final List<Feedback> ratings = new ArrayList<>();
        private boolean isIll;

        List<Exchange> kept(Conversation conversation) {
            return memory.find(conversation, Instant.EPOCH);
        }

        @Override
        public List<Exchange> find(Conversation conversation, Instant since) {
            return well().find(conversation, since);
        }

        @Override
        public void append(Conversation conversation, Exchange exchange) {
            well().append(conversation, exchange);
        }

        @Override
        public boolean rate(Feedback feedback) {
            return well().rate(feedback) && ratings.add(feedback);
        }

        @Override
        public void forget(Instant before) {
            well().forget(before);
        }

        private Memory well() {
            calls.incrementAndGet();
            if (isIll) {
                throw new MemoryFailure("the disk is full; make room", new IllegalStateException());
            }
            return memory;
        }
    }
}

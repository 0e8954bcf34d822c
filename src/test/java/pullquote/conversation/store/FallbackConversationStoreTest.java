package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.store.ConversationFixtures.NOON;

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
import pullquote.answer.HealthStatus;
import pullquote.query.Turn;

/** Tests the store while its primary store fails. */
class FallbackConversationStoreTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final FailingStore primary = new FailingStore();
    private final FallbackConversationStore store = new FallbackConversationStore(primary, CLOCK, Duration.ZERO);
    private final ConversationKey conversation = ConversationFixtures.newKey();

    @Nested
    class WhilePrimaryIsHealthy extends ConversationStoreContract {
        @Override
        protected ConversationStore createStore() {
            return new FallbackConversationStore(new InMemoryConversationStore(CAPACITY), CLOCK, Duration.ZERO);
        }
    }

    @Test
    @Tag("P02")
    void serves_from_memory_while_the_database_is_down() {
        primary.isFailing = true;
        var said = ConversationFixtures.answeredTurn("When?", NOON);
        store.append(conversation, said);

        assertThat(store.loadTurns(conversation, Instant.EPOCH)).containsExactly(said);
        assertThat(primary.storedTurns(conversation)).isEmpty();
        assertThat(store.health().orElseThrow())
                .isEqualTo(new HealthStatus(
                        HealthStatus.State.FAILING,
                        Optional.of(NOON),
                        Optional.of("the disk is full; free some space"),
                        false));
    }

    @Test
    @Tag("P02")
    void saves_turns_from_the_outage_once_the_database_is_back() {
        var before = ConversationFixtures.answeredTurn("When?", NOON);
        var meanwhile = ConversationFixtures.answeredTurn("Who?", NOON);
        var after = ConversationFixtures.answeredTurn("Why?", NOON);
        store.append(conversation, before);
        primary.isFailing = true;
        store.append(conversation, meanwhile);
        primary.isFailing = false;
        store.append(conversation, after);

        assertThat(primary.storedTurns(conversation)).containsExactly(before, meanwhile, after);
        assertThat(store.loadTurns(conversation, Instant.EPOCH)).containsExactly(before, meanwhile, after);
        assertThat(store.health().orElseThrow().isFailing()).isFalse();
    }

    @Test
    @Tag("P02")
    void saves_feedback_from_the_outage_after_the_turns() {
        var before = ConversationFixtures.answeredTurn("When?", NOON);
        var meanwhile = ConversationFixtures.answeredTurn("Who?", NOON);
        store.append(conversation, before);
        primary.isFailing = true;
        store.append(conversation, meanwhile);
        var thumbs = List.of(
                ConversationFixtures.thumbsUp(before, NOON),
                ConversationFixtures.thumbsDown(meanwhile, "No", NOON),
                ConversationFixtures.thumbsUp(meanwhile, NOON));

        assertThat(thumbs).allMatch(store::saveFeedback);
        assertThat(store.saveFeedback(
                        ConversationFixtures.thumbsUp(ConversationFixtures.answeredTurn("Who?", NOON), NOON)))
                .as("an invented one")
                .isFalse();
        assertThat(primary.savedFeedback).isEmpty();
        primary.isFailing = false;
        store.deleteExpired(Instant.EPOCH);
        assertThat(primary.savedFeedback).containsExactlyElementsOf(thumbs);
    }

    @Test
    @Tag("P02")
    void recovers_even_without_requests() {
        primary.isFailing = true;
        store.append(conversation, ConversationFixtures.answeredTurn("When?", NOON));
        primary.isFailing = false;

        store.deleteExpired(Instant.EPOCH);

        assertThat(primary.storedTurns(conversation)).hasSize(1);
        assertThat(store.health().orElseThrow().isFailing()).isFalse();
    }

    @Test
    @Tag("P02")
    void does_not_retry_a_failing_database_right_away() {
        var patient = new FallbackConversationStore(primary, CLOCK, Duration.ofHours(1));
        primary.isFailing = true;
        for (int n = 0; n < 5; n++) {
            patient.append(conversation, ConversationFixtures.answeredTurn("When?", NOON));
        }

        assertThat(primary.calls).hasValue(1);
        assertThat(patient.health().orElseThrow().circuitOpen()).isTrue();
        assertThat(patient.loadTurns(conversation, Instant.EPOCH)).hasSize(5);
    }

    /** A store that fails on demand. */
    private static final class FailingStore implements ConversationStore {
        private final ConversationStore delegate = new InMemoryConversationStore();
        private final AtomicInteger calls = new AtomicInteger();
        private final List<Feedback> savedFeedback = new ArrayList<>();
        private boolean isFailing;

        List<Turn> storedTurns(ConversationKey conversation) {
            return delegate.loadTurns(conversation, Instant.EPOCH);
        }

        @Override
        public List<Turn> loadTurns(ConversationKey conversation, Instant since) {
            return delegateOrFail().loadTurns(conversation, since);
        }

        @Override
        public void append(ConversationKey conversation, Turn exchange) {
            delegateOrFail().append(conversation, exchange);
        }

        @Override
        public boolean saveFeedback(Feedback feedback) {
            return delegateOrFail().saveFeedback(feedback) && savedFeedback.add(feedback);
        }

        @Override
        public void deleteExpired(Instant before) {
            delegateOrFail().deleteExpired(before);
        }

        private ConversationStore delegateOrFail() {
            calls.incrementAndGet();
            if (isFailing) {
                throw new StoreException("the disk is full; free some space", new IllegalStateException());
            }
            return delegate;
        }
    }
}

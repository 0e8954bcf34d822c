package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;
import pullquote.text.RandomIds;

/** What every {@link ConversationStore} promises. A new one extends this and says how it is made. */
public abstract class ConversationStoreContract {
    protected static final int CAPACITY = 5;

    private ConversationStore store;

    /** One that knows nothing, and holds {@value #CAPACITY} conversations, and so much feedback if it keeps any. */
    protected abstract ConversationStore createStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = createStore();
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void returns_turns_verbatim_and_oldest_first() {
        var conversation = ConversationFixtures.newKey();
        var first = ConversationFixtures.answeredTurn("When did it open? 'Really'", NOON);
        var second = ConversationFixtures.unansweredTurn("И кто владелец? 🫖", NOON.plusSeconds(60));
        store.append(conversation, first);
        store.append(conversation, second);

        assertThat(store.loadTurns(conversation, Instant.EPOCH)).containsExactly(first, second);
    }

    @Test
    void returns_nothing_for_an_unknown_conversation() {
        store.append(ConversationFixtures.newKey(), ConversationFixtures.answeredTurn("When?", NOON));

        assertThat(store.loadTurns(ConversationFixtures.newKey(), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void keeps_conversations_and_channels_separate() {
        var one = ConversationFixtures.newKey();
        var other = ConversationFixtures.newKey();
        var said = ConversationFixtures.answeredTurn("When?", NOON);
        store.append(one, said);
        store.append(other, ConversationFixtures.unansweredTurn("Who?", NOON));

        assertThat(store.loadTurns(one, Instant.EPOCH)).containsExactly(said);
        assertThat(store.loadTurns(new ConversationKey("telegram", one.id()), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void keeps_the_last_ten_turns() {
        var conversation = ConversationFixtures.newKey();
        IntStream.rangeClosed(1, 12)
                .forEach(n -> store.append(
                        conversation, ConversationFixtures.answeredTurn("Question " + n, NOON.plusSeconds(n))));

        assertThat(store.loadTurns(conversation, Instant.EPOCH))
                .hasSize(ConversationStore.MAX_TURNS)
                .extracting(Turn::question)
                .startsWith("Question 3")
                .endsWith("Question 12");
    }

    @Test
    void measures_idle_time_from_the_last_turn() {
        var conversation = ConversationFixtures.newKey();
        store.append(conversation, ConversationFixtures.answeredTurn("When?", NOON));
        store.append(conversation, ConversationFixtures.answeredTurn("Who?", NOON.plusSeconds(10)));

        assertThat(store.loadTurns(conversation, NOON.plusSeconds(10))).hasSize(2);
        assertThat(store.loadTurns(conversation, NOON.plusSeconds(11))).isEmpty();
    }

    @Test
    void deletes_only_idle_conversations() {
        var idle = ConversationFixtures.newKey();
        var lively = ConversationFixtures.newKey();
        store.append(idle, ConversationFixtures.answeredTurn("When?", NOON));
        store.append(lively, ConversationFixtures.answeredTurn("When?", NOON));
        store.append(lively, ConversationFixtures.answeredTurn("Who?", NOON.plusSeconds(10)));

        store.deleteExpired(NOON.plusSeconds(10));

        assertThat(store.loadTurns(idle, Instant.EPOCH)).isEmpty();
        assertThat(store.loadTurns(lively, Instant.EPOCH)).hasSize(2);
    }

    @Test
    void deletes_the_longest_idle_conversations_when_there_are_too_many() {
        var conversations = new ArrayList<ConversationKey>();
        for (int n = 0; n < CAPACITY + 2; n++) {
            conversations.add(ConversationFixtures.newKey());
            store.append(conversations.get(n), ConversationFixtures.answeredTurn("When?", NOON.plusSeconds(n)));
        }
        store.append(conversations.get(0), ConversationFixtures.answeredTurn("Who?", NOON.plusSeconds(100)));

        store.deleteExpired(Instant.EPOCH);

        var known = conversations.stream()
                .map(conversation ->
                        !store.loadTurns(conversation, Instant.EPOCH).isEmpty())
                .toList();
        assertThat(known.subList(1, known.size())).containsExactly(false, false, true, true, true, true);
    }

    @Test
    void accepts_feedback_and_a_later_change_of_it() {
        var first = ConversationFixtures.answeredTurn("When?", NOON);
        var second = ConversationFixtures.unansweredTurn("Who?", NOON.plusSeconds(10));
        var conversation = ConversationFixtures.newKey();
        store.append(conversation, first);
        store.append(conversation, second);

        assertThat(store.saveFeedback(ConversationFixtures.thumbsDown(first, "Wrong day", NOON)))
                .isTrue();
        assertThat(store.saveFeedback(ConversationFixtures.thumbsUp(first, NOON.plusSeconds(20))))
                .isTrue();
        assertThat(store.saveFeedback(
                        ConversationFixtures.thumbsDown(second, "It says so in the first paragraph", NOON)))
                .isTrue();
    }

    @Test
    void rejects_feedback_on_an_unknown_answer_or_from_another_channel() {
        var said = ConversationFixtures.answeredTurn("When?", NOON);
        store.append(ConversationFixtures.newKey(), said);
        store.append(
                new ConversationKey("telegram", RandomIds.next()), ConversationFixtures.answeredTurn("Who?", NOON));

        assertThat(store.saveFeedback(
                        ConversationFixtures.thumbsUp(ConversationFixtures.answeredTurn("When?", NOON), NOON)))
                .isFalse();
        assertThat(store.saveFeedback(new Feedback("telegram", said.answerId(), Rating.UP, Optional.empty(), NOON)))
                .isFalse();
    }

    @Test
    void rejects_feedback_on_a_deleted_answer() {
        var conversation = ConversationFixtures.newKey();
        var said = IntStream.rangeClosed(0, ConversationStore.MAX_TURNS)
                .mapToObj(n -> ConversationFixtures.answeredTurn("Question " + n, NOON.plusSeconds(n)))
                .toList();
        said.forEach(exchange -> store.append(conversation, exchange));

        assertThat(store.saveFeedback(ConversationFixtures.thumbsUp(said.get(0), NOON)))
                .isFalse();
        assertThat(store.saveFeedback(ConversationFixtures.thumbsUp(said.get(1), NOON)))
                .isTrue();
        store.deleteExpired(NOON.plusSeconds(60));
        assertThat(store.saveFeedback(ConversationFixtures.thumbsUp(said.get(1), NOON)))
                .isFalse();
    }

    @Test
    void truncates_long_text_and_replaces_characters_no_database_accepts() {
        var conversation = ConversationFixtures.newKey();
        String longest = "🫖".repeat(1_000);
        String odd = "half \uD83E, nothing \0, none ' \" \\";
        store.append(
                conversation,
                new Turn(
                        "id",
                        "Why?",
                        "Why?",
                        Optional.empty(),
                        List.of(longest, odd, "3", "4", "5", "6"),
                        List.of(new StoredCitation("tea", "v1", 1, 0, 2_000, longest)),
                        NOON));

        Turn kept = store.loadTurns(conversation, Instant.EPOCH).get(0);
        assertThat(kept.sentences())
                .containsExactly("🫖".repeat(250), "half ?, nothing  , none ' \" \\", "3", "4", "5");
        assertThat(kept.citations()).containsExactly(new StoredCitation("tea", "v1", 1, 0, 2_000, "🫖".repeat(250)));
    }

    @Test
    void handles_concurrent_conversations() throws Exception {
        var conversations =
                List.of(ConversationFixtures.newKey(), ConversationFixtures.newKey(), ConversationFixtures.newKey());
        var readers = Executors.newFixedThreadPool(6);
        try {
            var sayings = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < 24; n++) {
                var conversation = conversations.get(n % 3);
                var said = ConversationFixtures.answeredTurn("Question " + n, NOON);
                sayings.add(() -> {
                    store.append(conversation, said);
                    return store.loadTurns(conversation, Instant.EPOCH).size();
                });
            }
            for (var saying : readers.invokeAll(sayings)) {
                assertThat(saying.get()).isBetween(1, 8);
            }
        } finally {
            readers.shutdown();
        }
        assertThat(conversations)
                .allSatisfy(conversation -> assertThat(store.loadTurns(conversation, Instant.EPOCH))
                        .hasSize(8)
                        .doesNotHaveDuplicates());
    }
}

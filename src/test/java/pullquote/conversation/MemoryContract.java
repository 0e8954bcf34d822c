package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.Chat.NOON;

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
import pullquote.answer.Ids;

/** What every {@link Memory} promises. A new one extends this and says how it is made. */
public abstract class MemoryContract {
    protected static final int MOST = 5;

    private Memory memory;

    /** One that knows nothing, and holds {@value #MOST} conversations, and so much feedback if it keeps any. */
    protected abstract Memory empty() throws Exception;

    @BeforeEach
    void open() throws Exception {
        memory = empty();
    }

    @AfterEach
    void close() {
        if (memory != null) {
            memory.close();
        }
    }

    @Test
    void gives_back_what_was_said_to_the_letter_and_oldest_first() {
        var conversation = Chat.conversation();
        var first = Chat.answered("When did it open? 'Really'", NOON);
        var second = Chat.refused("И кто владелец? 🫖", NOON.plusSeconds(60));
        memory.append(conversation, first);
        memory.append(conversation, second);

        assertThat(memory.find(conversation, Instant.EPOCH)).containsExactly(first, second);
    }

    @Test
    void knows_nothing_of_what_was_never_said() {
        memory.append(Chat.conversation(), Chat.answered("When?", NOON));

        assertThat(memory.find(Chat.conversation(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void keeps_each_conversation_apart_and_in_its_channel() {
        var one = Chat.conversation();
        var other = Chat.conversation();
        var said = Chat.answered("When?", NOON);
        memory.append(one, said);
        memory.append(other, Chat.refused("Who?", NOON));

        assertThat(memory.find(one, Instant.EPOCH)).containsExactly(said);
        assertThat(memory.find(new Conversation("telegram", one.id()), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void remembers_the_last_ten_exchanges() {
        var conversation = Chat.conversation();
        IntStream.rangeClosed(1, 12)
                .forEach(n -> memory.append(conversation, Chat.answered("Question " + n, NOON.plusSeconds(n))));

        assertThat(memory.find(conversation, Instant.EPOCH))
                .hasSize(Memory.EXCHANGES)
                .extracting(Exchange::question)
                .startsWith("Question 3")
                .endsWith("Question 12");
    }

    @Test
    void counts_idleness_from_the_last_exchange() {
        var conversation = Chat.conversation();
        memory.append(conversation, Chat.answered("When?", NOON));
        memory.append(conversation, Chat.answered("Who?", NOON.plusSeconds(10)));

        assertThat(memory.find(conversation, NOON.plusSeconds(10))).hasSize(2);
        assertThat(memory.find(conversation, NOON.plusSeconds(11))).isEmpty();
    }

    @Test
    void forgets_the_idle_ones_and_no_other() {
        var idle = Chat.conversation();
        var lively = Chat.conversation();
        memory.append(idle, Chat.answered("When?", NOON));
        memory.append(lively, Chat.answered("When?", NOON));
        memory.append(lively, Chat.answered("Who?", NOON.plusSeconds(10)));

        memory.forget(NOON.plusSeconds(10));

        assertThat(memory.find(idle, Instant.EPOCH)).isEmpty();
        assertThat(memory.find(lively, Instant.EPOCH)).hasSize(2);
    }

    @Test
    void forgets_those_that_are_too_many_longest_idle_first() {
        var conversations = new ArrayList<Conversation>();
        for (int n = 0; n < MOST + 2; n++) {
            conversations.add(Chat.conversation());
            memory.append(conversations.get(n), Chat.answered("When?", NOON.plusSeconds(n)));
        }
        memory.append(conversations.get(0), Chat.answered("Who?", NOON.plusSeconds(100)));

        memory.forget(Instant.EPOCH);

        var known = conversations.stream()
                .map(conversation -> !memory.find(conversation, Instant.EPOCH).isEmpty())
                .toList();
        assertThat(known.subList(1, known.size())).containsExactly(false, false, true, true, true, true);
    }

    @Test
    void takes_what_a_reader_thinks_of_an_answer_and_what_he_thinks_of_it_later() {
        var first = Chat.answered("When?", NOON);
        var second = Chat.refused("Who?", NOON.plusSeconds(10));
        var conversation = Chat.conversation();
        memory.append(conversation, first);
        memory.append(conversation, second);

        assertThat(memory.rate(Chat.down(first, "Wrong day", NOON))).isTrue();
        assertThat(memory.rate(Chat.up(first, NOON.plusSeconds(20)))).isTrue();
        assertThat(memory.rate(Chat.down(second, "It says so in the first paragraph", NOON)))
                .isTrue();
    }

    @Test
    void takes_none_of_what_was_not_said_or_was_said_in_another_channel() {
        var said = Chat.answered("When?", NOON);
        memory.append(Chat.conversation(), said);
        memory.append(new Conversation("telegram", Ids.next()), Chat.answered("Who?", NOON));

        assertThat(memory.rate(Chat.up(Chat.answered("When?", NOON), NOON))).isFalse();
        assertThat(memory.rate(new Feedback("telegram", said.answerId(), Rating.UP, Optional.empty(), NOON)))
                .isFalse();
    }

    @Test
    void takes_none_of_an_answer_that_is_forgotten() {
        var conversation = Chat.conversation();
        var said = IntStream.rangeClosed(0, Memory.EXCHANGES)
                .mapToObj(n -> Chat.answered("Question " + n, NOON.plusSeconds(n)))
                .toList();
        said.forEach(exchange -> memory.append(conversation, exchange));

        assertThat(memory.rate(Chat.up(said.get(0), NOON))).isFalse();
        assertThat(memory.rate(Chat.up(said.get(1), NOON))).isTrue();
        memory.forget(NOON.plusSeconds(60));
        assertThat(memory.rate(Chat.up(said.get(1), NOON))).isFalse();
    }

    @Test
    void cuts_what_is_too_long_and_takes_what_no_database_takes() {
        var conversation = Chat.conversation();
        String longest = "🫖".repeat(1_000);
        String odd = "half \uD83E, nothing \0, none ' \" \\";
        memory.append(
                conversation,
                new Exchange(
                        "id",
                        "Why?",
                        "Why?",
                        Optional.empty(),
                        List.of(longest, odd, "3", "4", "5", "6"),
                        List.of(new Cited("tea", "v1", 1, 0, 2_000, longest)),
                        NOON));

        Exchange kept = memory.find(conversation, Instant.EPOCH).get(0);
        assertThat(kept.sentences())
                .containsExactly("🫖".repeat(250), "half ?, nothing  , none ' \" \\", "3", "4", "5");
        assertThat(kept.citations()).containsExactly(new Cited("tea", "v1", 1, 0, 2_000, "🫖".repeat(250)));
    }

    @Test
    void many_may_speak_at_once() throws Exception {
        var conversations = List.of(Chat.conversation(), Chat.conversation(), Chat.conversation());
        var readers = Executors.newFixedThreadPool(6);
        try {
            var sayings = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < 24; n++) {
                var conversation = conversations.get(n % 3);
                var said = Chat.answered("Question " + n, NOON);
                sayings.add(() -> {
                    memory.append(conversation, said);
                    return memory.find(conversation, Instant.EPOCH).size();
                });
            }
            for (var saying : readers.invokeAll(sayings)) {
                assertThat(saying.get()).isBetween(1, 8);
            }
        } finally {
            readers.shutdown();
        }
        assertThat(conversations)
                .allSatisfy(conversation -> assertThat(memory.find(conversation, Instant.EPOCH))
                        .hasSize(8)
                        .doesNotHaveDuplicates());
    }
}

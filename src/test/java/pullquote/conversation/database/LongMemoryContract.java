package pullquote.conversation.database;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.Chat.NOON;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pullquote.conversation.Chat;
import pullquote.conversation.Memory;
import pullquote.conversation.MemoryContract;

/** What a memory promises besides if it outlasts the process: its feedback can be looked into. */
abstract class LongMemoryContract extends MemoryContract {
    private Database database;
    private LongMemory memory;

    abstract DatabaseAddress address() throws Exception;

    @Override
    protected Memory empty() throws Exception {
        database = Database.open(address());
        memory = new LongMemory(database, MOST, MOST);
        return memory;
    }

    @Test
    void feedback_tells_what_was_asked_and_said_and_outlives_the_conversation() {
        var conversation = Chat.conversation();
        var answered = Chat.answered("When?", NOON);
        var refused = Chat.refused("Кто владелец? 🫖", NOON.plusSeconds(1));
        var chat = Chat.smallTalk("Hi", NOON.plusSeconds(2));
        for (var said : List.of(answered, refused, chat)) {
            memory.append(conversation, said);
        }
        memory.rate(Chat.down(answered, "It’s 'wrong'; 🫖", NOON.plusSeconds(3)));
        memory.rate(Chat.down(refused, "-- \n\"", NOON.plusSeconds(4)));
        memory.rate(Chat.up(chat, NOON.plusSeconds(5)));
        memory.forget(NOON.plusSeconds(60));

        long noon = NOON.toEpochMilli();
        assertThat(FeedbackRows.of(database))
                .containsExactly(
                        asList(
                                "down",
                                "It’s 'wrong'; 🫖",
                                "api",
                                "When?",
                                "When? At the “tea house”?",
                                "answered",
                                null,
                                "It opened in March. Чай 'с молоком'; 🫖 -- 400 тенге.",
                                "tea",
                                1,
                                noon,
                                noon + 3_000),
                        asList(
                                "down",
                                "-- \"",
                                "api",
                                "Кто владелец? 🫖",
                                "Кто владелец? 🫖",
                                "not_found",
                                "off_topic",
                                "",
                                null,
                                null,
                                noon + 1_000,
                                noon + 4_000),
                        asList(
                                "up",
                                null,
                                "api",
                                "Hi",
                                "Hi",
                                "chat",
                                null,
                                "",
                                null,
                                null,
                                noon + 2_000,
                                noon + 5_000));
    }

    @Test
    void a_second_rating_of_an_answer_takes_the_place_of_the_first() {
        var said = Chat.answered("When?", NOON);
        memory.append(Chat.conversation(), said);
        memory.rate(Chat.down(said, "Wrong day", NOON));
        memory.rate(Chat.up(said, NOON.plusSeconds(1)));

        assertThat(FeedbackRows.of(database)).singleElement().satisfies(row -> {
            assertThat(row).startsWith("up", null, "api", "When?");
            assertThat(row).endsWith(NOON.plusSeconds(1).toEpochMilli());
        });
    }

    @Test
    void of_too_much_feedback_the_oldest_goes() {
        IntStream.range(0, MOST + 2).forEach(n -> {
            var said = Chat.answered("Question " + n, NOON);
            memory.append(Chat.conversation(), said);
            memory.rate(Chat.up(said, NOON.plusSeconds(n)));
        });
        memory.forget(NOON);

        assertThat(FeedbackRows.questions(database))
                .containsExactly("Question 2", "Question 3", "Question 4", "Question 5", "Question 6");
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        memory.append(Chat.conversation(), Chat.answered("When?", NOON));
        memory.rate(Chat.up(Chat.answered("When?", NOON), NOON));

        assertThat(FeedbackRows.of(database)).isEmpty();
    }
}

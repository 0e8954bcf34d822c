package pullquote.conversation.store;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a memory promises besides if it outlasts the process: its feedback can be looked into. */
abstract class SqlConversationStoreContract extends ConversationStoreContract {
    private Database database;
    private SqlConversationStore store;

    abstract DatabaseAddress address() throws Exception;

    @Override
    protected ConversationStore createStore() throws Exception {
        database = Database.open(address());
        store = new SqlConversationStore(database, CAPACITY, CAPACITY);
        return store;
    }

    @Test
    void feedback_includes_question_and_answer_and_outlives_the_conversation() {
        var conversation = ConversationFixtures.newKey();
        var answered = ConversationFixtures.answeredTurn("When?", NOON);
        var refused = ConversationFixtures.unansweredTurn("Кто владелец? 🫖", NOON.plusSeconds(1));
        var chat = ConversationFixtures.smallTalkTurn("Hi", NOON.plusSeconds(2));
        for (var said : List.of(answered, refused, chat)) {
            store.append(conversation, said);
        }
        store.saveFeedback(ConversationFixtures.thumbsDown(answered, "It’s 'wrong'; 🫖", NOON.plusSeconds(3)));
        store.saveFeedback(ConversationFixtures.thumbsDown(refused, "-- \n\"", NOON.plusSeconds(4)));
        store.saveFeedback(ConversationFixtures.thumbsUp(chat, NOON.plusSeconds(5)));
        store.deleteExpired(NOON.plusSeconds(60));

        long noon = NOON.toEpochMilli();
        assertThat(FeedbackRows.readAll(database))
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
    void a_second_rating_replaces_the_first() {
        var said = ConversationFixtures.answeredTurn("When?", NOON);
        store.append(ConversationFixtures.newKey(), said);
        store.saveFeedback(ConversationFixtures.thumbsDown(said, "Wrong day", NOON));
        store.saveFeedback(ConversationFixtures.thumbsUp(said, NOON.plusSeconds(1)));

        assertThat(FeedbackRows.readAll(database)).singleElement().satisfies(row -> {
            assertThat(row).startsWith("up", null, "api", "When?");
            assertThat(row).endsWith(NOON.plusSeconds(1).toEpochMilli());
        });
    }

    @Test
    void deletes_the_oldest_feedback_when_there_is_too_much() {
        IntStream.range(0, CAPACITY + 2).forEach(n -> {
            var said = ConversationFixtures.answeredTurn("Question " + n, NOON);
            store.append(ConversationFixtures.newKey(), said);
            store.saveFeedback(ConversationFixtures.thumbsUp(said, NOON.plusSeconds(n)));
        });
        store.deleteExpired(NOON);

        assertThat(FeedbackRows.questions(database))
                .containsExactly("Question 2", "Question 3", "Question 4", "Question 5", "Question 6");
    }

    @Test
    void rejected_feedback_is_not_stored() {
        store.append(ConversationFixtures.newKey(), ConversationFixtures.answeredTurn("When?", NOON));
        store.saveFeedback(ConversationFixtures.thumbsUp(ConversationFixtures.answeredTurn("When?", NOON), NOON));

        assertThat(FeedbackRows.readAll(database)).isEmpty();
    }
}

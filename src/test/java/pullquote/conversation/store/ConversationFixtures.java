package pullquote.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.query.NoAnswerReason;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;
import pullquote.text.RandomIds;

/** Exchanges about a tea house, for memories to keep. */
public final class ConversationFixtures {
    public static final Instant NOON = Instant.parse("2022-03-05T12:00:00.123Z");

    private ConversationFixtures() {}

    public static ConversationKey newKey() {
        return ConversationKey.create("api");
    }

    /** One with all that can be kept, and with letters that are easily lost. */
    public static Turn answeredTurn(String question, Instant at) {
        return new Turn(
                RandomIds.next(),
                question,
                question + " At the “tea house”?",
                Optional.empty(),
                List.of("It opened in March.", "Чай 'с молоком'; 🫖 -- 400 тенге."),
                List.of(
                        new StoredCitation("tea", "v1", 1, 0, 19, "It opened in March."),
                        new StoredCitation("market", "v2", 12, 3, 9, "\"Чай\"\n\\ 🫖")),
                at);
    }

    public static Turn unansweredTurn(String question, Instant at) {
        return new Turn(
                RandomIds.next(), question, question, Optional.of(NoAnswerReason.OFF_TOPIC), List.of(), List.of(), at);
    }

    public static Turn smallTalkTurn(String greeting, Instant at) {
        return new Turn(RandomIds.next(), greeting, greeting, Optional.empty(), List.of(), List.of(), at);
    }

    public static Feedback thumbsUp(Turn rated, Instant at) {
        return new Feedback("api", rated.answerId(), Rating.UP, Optional.empty(), at);
    }

    public static Feedback thumbsDown(Turn rated, String comment, Instant at) {
        return new Feedback("api", rated.answerId(), Rating.DOWN, Optional.of(comment), at);
    }
}

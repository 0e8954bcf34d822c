package pullquote.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.answer.Ids;
import pullquote.answer.Reason;

/** Exchanges about a tea house, for memories to keep. */
public final class Chat {
    public static final Instant NOON = Instant.parse("2022-03-05T12:00:00.123Z");

    private Chat() {}

    public static Conversation conversation() {
        return Conversation.begin("api");
    }

    /** One with all that can be kept, and with letters that are easily lost. */
    public static Exchange answered(String question, Instant at) {
        return new Exchange(
                Ids.next(),
                question,
                question + " At the “tea house”?",
                Optional.empty(),
                List.of("It opened in March.", "Чай 'с молоком'; 🫖 -- 400 тенге."),
                List.of(
                        new Cited("tea", "v1", 1, 0, 19, "It opened in March."),
                        new Cited("market", "v2", 12, 3, 9, "\"Чай\"\n\\ 🫖")),
                at);
    }

    public static Exchange refused(String question, Instant at) {
        return new Exchange(Ids.next(), question, question, Optional.of(Reason.OFF_TOPIC), List.of(), List.of(), at);
    }

    public static Exchange smallTalk(String greeting, Instant at) {
        return new Exchange(Ids.next(), greeting, greeting, Optional.empty(), List.of(), List.of(), at);
    }

    public static Feedback up(Exchange rated, Instant at) {
        return new Feedback("api", rated.answerId(), Rating.UP, Optional.empty(), at);
    }

    public static Feedback down(Exchange rated, String comment, Instant at) {
        return new Feedback("api", rated.answerId(), Rating.DOWN, Optional.of(comment), at);
    }
}

package pullquote.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.Json;
import pullquote.channel.Rejection;
import pullquote.conversation.Conversations;
import pullquote.conversation.Mailbox;
import pullquote.conversation.MemoryFailure;

/** What the bot knows of those it writes with. If it cannot be looked up or kept, it does without. */
final class Notes {
    private static final Logger log = LoggerFactory.getLogger(Notes.class);
    private static final Duration A_YEAR = Duration.ofDays(365);
    /** After it, a question may still be edited, but that is not a question of today. */
    private static final Duration EDITABLE = Duration.ofDays(2);

    private final Mailbox mailbox;
    private final Clock clock;

    Notes(Mailbox mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /**
     * What somebody has chosen; in a group, everybody for himself.
     *
     * @param article the only one it asks about, if any
     * @param language to be answered in, if not that of the question
     */
    record Choice(@Nullable String article, @Nullable String language) {}

    /**
     * What was written to answer a question.
     *
     * @param question a sign by which it is known again, if it is edited
     * @param messages their numbers in the chat
     */
    record Said(int question, List<Integer> messages) {}

    Choice choice(Place place) {
        return read(choiceOf(place), Choice.class).orElseGet(() -> new Choice(null, null));
    }

    void choose(Place place, Choice choice) {
        keep(choiceOf(place), choice, A_YEAR);
    }

    private static String choiceOf(Place place) {
        return "chat:" + place.chat() + ":" + place.user();
    }

    /** The conversation of this person in this place: in a group, everybody has his own. */
    Optional<String> conversation(Place place) {
        return read(conversationOf(place), String.class);
    }

    void conversation(Place place, String id) {
        keep(conversationOf(place), id, Conversations.IDLE);
    }

    private static String conversationOf(Place place) {
        return "talk:" + place.chat() + ":" + place.thread().orElse(0L) + ":" + place.user();
    }

    Optional<Said> said(Place place) {
        return read("said:" + place.chat() + ":" + place.message(), Said.class);
    }

    void said(Place place, Said said) {
        keep("said:" + place.chat() + ":" + place.message(), said, EDITABLE);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return mailbox.note(Telegram.CHANNEL, name).map(words -> Json.read(words, type));
        } catch (MemoryFailure | Rejection e) {
            log.debug("{} is not known", name, e);
            return Optional.empty();
        }
    }

    private void keep(String name, Object value, Duration time) {
        try {
            mailbox.note(
                    Telegram.CHANNEL, name, Json.write(value), clock.instant().plus(time));
        } catch (MemoryFailure e) {
            log.debug("{} is not kept", name, e);
        }
    }
}

package pullquote.channel.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.HttpProblemException;
import pullquote.channel.Json;
import pullquote.channel.telegram.inbox.UpdateInbox;
import pullquote.conversation.ChatService;
import pullquote.conversation.store.StoreException;

/** What the bot knows of those it writes with. If it cannot be looked up or kept, it does without. */
final class ChatPreferences {
    private static final Logger log = LoggerFactory.getLogger(ChatPreferences.class);
    private static final Duration CHOICE_LIFETIME = Duration.ofDays(365);
    /** After it, a question may still be edited, but that is not a question of today. */
    private static final Duration EDIT_LIFETIME = Duration.ofDays(2);

    private final UpdateInbox inbox;
    private final Clock clock;

    ChatPreferences(UpdateInbox mailbox, Clock clock) {
        this.inbox = mailbox;
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
    record LastAnswer(int question, List<Integer> messages) {}

    Choice choice(ChatRef place) {
        return read(choiceKey(place), Choice.class).orElseGet(() -> new Choice(null, null));
    }

    void saveChoice(ChatRef place, Choice choice) {
        save(choiceKey(place), choice, CHOICE_LIFETIME);
    }

    private static String choiceKey(ChatRef place) {
        return "chat:" + place.chat() + ":" + place.user();
    }

    /** The conversation of this person in this place: in a group, everybody has his own. */
    Optional<String> conversation(ChatRef place) {
        return read(conversationKey(place), String.class);
    }

    void conversation(ChatRef place, String id) {
        save(conversationKey(place), id, ChatService.IDLE_TIMEOUT);
    }

    private static String conversationKey(ChatRef place) {
        return "talk:" + place.chat() + ":" + place.thread().orElse(0L) + ":" + place.user();
    }

    Optional<LastAnswer> lastAnswer(ChatRef place) {
        return read("said:" + place.chat() + ":" + place.message(), LastAnswer.class);
    }

    void lastAnswer(ChatRef place, LastAnswer said) {
        save("said:" + place.chat() + ":" + place.message(), said, EDIT_LIFETIME);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return inbox.note(Telegram.CHANNEL, name).map(words -> Json.read(words, type));
        } catch (StoreException | HttpProblemException e) {
            log.debug("{} is not known", name, e);
            return Optional.empty();
        }
    }

    private void save(String name, Object value, Duration time) {
        try {
            inbox.note(
                    Telegram.CHANNEL, name, Json.write(value), clock.instant().plus(time));
        } catch (StoreException e) {
            log.debug("{} is not kept", name, e);
        }
    }
}

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

/**
 * Stores the preferences and state of chats. While the inbox is unavailable, reads are empty and writes are dropped.
 */
final class ChatPreferences {
    private static final Logger log = LoggerFactory.getLogger(ChatPreferences.class);
    /** Preferences that have not been changed for this long are deleted. */
    private static final Duration CHOICE_LIFETIME = Duration.ofDays(365);
    /** An edit of a question that was answered longer ago than this is ignored. */
    private static final Duration EDIT_LIFETIME = Duration.ofDays(2);

    private final UpdateInbox inbox;
    private final Clock clock;

    ChatPreferences(UpdateInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Holds the preferences of one user in one chat.
     *
     * @param article id of the only article to answer from; null for all
     * @param language ISO 639 code of the answer language; null for the language of the question
     */
    record Choice(@Nullable String article, @Nullable String language) {}

    /**
     * Holds the messages that answer a question.
     *
     * @param question hash code of the question text, to detect edits
     * @param messages ids of the messages in the chat
     */
    record LastAnswer(int question, List<Integer> messages) {}

    Choice choice(ChatRef chatRef) {
        return read(choiceKey(chatRef), Choice.class).orElseGet(() -> new Choice(null, null));
    }

    void saveChoice(ChatRef chatRef, Choice choice) {
        save(choiceKey(chatRef), choice, CHOICE_LIFETIME);
    }

    private static String choiceKey(ChatRef chatRef) {
        return "chat:" + chatRef.chat() + ":" + chatRef.user();
    }

    /**
     * Returns the conversation id of this user in this chat or topic. In a group, each user has a separate
     * conversation.
     */
    Optional<String> conversation(ChatRef chatRef) {
        return read(conversationKey(chatRef), String.class);
    }

    void conversation(ChatRef chatRef, String id) {
        save(conversationKey(chatRef), id, ChatService.IDLE_TIMEOUT);
    }

    private static String conversationKey(ChatRef chatRef) {
        return "talk:" + chatRef.chat() + ":" + chatRef.thread().orElse(0L) + ":" + chatRef.user();
    }

    Optional<LastAnswer> lastAnswer(ChatRef chatRef) {
        return read("said:" + chatRef.chat() + ":" + chatRef.message(), LastAnswer.class);
    }

    void lastAnswer(ChatRef chatRef, LastAnswer answer) {
        save("said:" + chatRef.chat() + ":" + chatRef.message(), answer, EDIT_LIFETIME);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return inbox.note(Telegram.CHANNEL, name).map(json -> Json.read(json, type));
        } catch (StoreException | HttpProblemException e) {
            log.debug("Failed to read note {}", name, e);
            return Optional.empty();
        }
    }

    private void save(String name, Object value, Duration lifetime) {
        try {
            inbox.note(
                    Telegram.CHANNEL, name, Json.write(value), clock.instant().plus(lifetime));
        } catch (StoreException e) {
            log.debug("Failed to store note {}", name, e);
        }
    }
}

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
final class ChatStateStore {
    private static final Logger log = LoggerFactory.getLogger(ChatStateStore.class);
    /** Preferences that have not been changed for this long are deleted. */
    private static final Duration PREFERENCES_LIFETIME = Duration.ofDays(365);
    /** An edit of a question that was answered longer ago than this is ignored. */
    private static final Duration LAST_ANSWER_LIFETIME = Duration.ofDays(2);

    private final UpdateInbox inbox;
    private final Clock clock;

    ChatStateStore(UpdateInbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Holds the preferences of one user in one chat.
     *
     * @param article id of the only article to answer from; null for all
     * @param language ISO 639 code of the answer language; null for the language of the question
     */
    record Preferences(@Nullable String article, @Nullable String language) {}

    /**
     * Holds the messages that answer a question.
     *
     * @param question hash code of the question text, to detect edits
     * @param messages ids of the messages in the chat
     */
    record LastAnswer(int question, List<Integer> messages) {}

    Preferences preferences(ChatRef chatRef) {
        return read(preferencesKey(chatRef), Preferences.class).orElseGet(() -> new Preferences(null, null));
    }

    void savePreferences(ChatRef chatRef, Preferences choice) {
        save(preferencesKey(chatRef), choice, PREFERENCES_LIFETIME);
    }

    private static String preferencesKey(ChatRef chatRef) {
        return "chat:" + chatRef.chatId() + ":" + chatRef.userId();
    }

    /**
     * Returns the conversation id of this user in this chat or topic. In a group, each user has a separate
     * conversation.
     */
    Optional<String> conversationId(ChatRef chatRef) {
        return read(conversationKey(chatRef), String.class);
    }

    void saveConversationId(ChatRef chatRef, String id) {
        save(conversationKey(chatRef), id, ChatService.IDLE_TIMEOUT);
    }

    private static String conversationKey(ChatRef chatRef) {
        return "talk:" + chatRef.chatId() + ":" + chatRef.threadId().orElse(0L) + ":" + chatRef.userId();
    }

    Optional<LastAnswer> lastAnswer(ChatRef chatRef) {
        return read("said:" + chatRef.chatId() + ":" + chatRef.messageId(), LastAnswer.class);
    }

    void saveLastAnswer(ChatRef chatRef, LastAnswer answer) {
        save("said:" + chatRef.chatId() + ":" + chatRef.messageId(), answer, LAST_ANSWER_LIFETIME);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            return inbox.findNote(Telegram.CHANNEL, name).map(json -> Json.read(json, type));
        } catch (StoreException | HttpProblemException e) {
            log.debug("Failed to read note {}", name, e);
            return Optional.empty();
        }
    }

    private void save(String name, Object value, Duration lifetime) {
        try {
            inbox.saveNote(
                    Telegram.CHANNEL, name, Json.write(value), clock.instant().plus(lifetime));
        } catch (StoreException e) {
            log.debug("Failed to store note {}", name, e);
        }
    }
}

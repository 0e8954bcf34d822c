package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where something was written, and by whom.
 *
 * @param thread the topic of a group that has topics
 * @param message its number in the chat; 0 if it is no message
 * @param user 0 if nobody in particular wrote it
 * @param language of the writer's Telegram, as an ISO 639 code, if it tells
 */
record ChatRef(long chat, boolean isPrivate, Optional<Long> thread, int message, long user, Optional<String> language) {
    /** None for updates that no bot of this kind asks for. */
    static Optional<ChatRef> from(Update update) {
        if (update.message() != null) {
            return from(update.message(), update.message().from());
        }
        if (update.editedMessage() != null) {
            return from(update.editedMessage(), update.editedMessage().from());
        }
        if (update.callbackQuery() != null) {
            return from(
                    update.callbackQuery().maybeInaccessibleMessage(),
                    update.callbackQuery().from());
        }
        if (update.myChatMember() != null && isResolvable(update.myChatMember().chat())) {
            Chat chat = update.myChatMember().chat();
            return Optional.of(new ChatRef(chat.id(), isPrivate(chat), Optional.empty(), 0, 0, Optional.empty()));
        }
        return Optional.empty();
    }

    static boolean isPrivate(@Nullable Chat chat) {
        return chat != null && chat.type() == Chat.Type.Private;
    }

    private static Optional<ChatRef> from(@Nullable MaybeInaccessibleMessage written, @Nullable User by) {
        if (written == null || !isResolvable(written.chat()) || written.messageId() == null) {
            return Optional.empty();
        }
        // Every reply in a group has a thread, but only those of topics can be written to.
        Long thread = written instanceof Message message && Boolean.TRUE.equals(message.isTopicMessage())
                ? message.messageThreadId()
                : null;
        return Optional.of(new ChatRef(
                written.chat().id(),
                isPrivate(written.chat()),
                Optional.ofNullable(thread),
                written.messageId(),
                by == null || by.id() == null ? 0 : by.id(),
                Optional.ofNullable(by).map(User::languageCode).map(code -> code.replaceAll("[-_].*", ""))));
    }

    private static boolean isResolvable(@Nullable Chat chat) {
        return chat != null && chat.id() != null;
    }
}

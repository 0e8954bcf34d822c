package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the chat, topic, message and user that an update comes from.
 *
 * @param thread id of the forum topic, in a group with topics
 * @param message id of the message in the chat; 0 if the update is not about a message
 * @param user id of the user; 0 if unknown
 * @param language ISO 639 code of the user's Telegram app, if known
 */
record ChatRef(
        long chatId,
        boolean isPrivate,
        Optional<Long> threadId,
        int messageId,
        long userId,
        Optional<String> languageCode) {
    /** Returns the origin of the update; empty if the update is of a type that the bot does not handle. */
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
        if (update.myChatMember() != null && hasId(update.myChatMember().chat())) {
            Chat chat = update.myChatMember().chat();
            return Optional.of(new ChatRef(chat.id(), isPrivate(chat), Optional.empty(), 0, 0, Optional.empty()));
        }
        return Optional.empty();
    }

    static boolean isPrivate(@Nullable Chat chat) {
        return chat != null && chat.type() == Chat.Type.Private;
    }

    private static Optional<ChatRef> from(@Nullable MaybeInaccessibleMessage message, @Nullable User user) {
        if (message == null || !hasId(message.chat()) || message.messageId() == null) {
            return Optional.empty();
        }
        // Every reply in a group has a thread id, but the bot can only send to threads that are topics.
        Long thread = message instanceof Message accessible && Boolean.TRUE.equals(accessible.isTopicMessage())
                ? accessible.messageThreadId()
                : null;
        return Optional.of(new ChatRef(
                message.chat().id(),
                isPrivate(message.chat()),
                Optional.ofNullable(thread),
                message.messageId(),
                user == null || user.id() == null ? 0 : user.id(),
                Optional.ofNullable(user).map(User::languageCode).map(code -> code.replaceAll("[-_].*", ""))));
    }

    private static boolean hasId(@Nullable Chat chat) {
        return chat != null && chat.id() != null;
    }
}

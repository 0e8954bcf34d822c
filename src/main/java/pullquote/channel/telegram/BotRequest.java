package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Represents a request that an update contains for the bot. */
sealed interface BotRequest {
    /** Represents a new or edited question. */
    record Ask(String text, boolean isEdited) implements BotRequest {}

    /** Represents a command, {@code /name argument}. */
    record Command(String name, String argument) implements BotRequest {}

    /**
     * Represents a press of one of the bot's buttons.
     *
     * @param query id for acknowledging the press to Telegram
     * @param data callback data of the button, see {@link Keyboard}
     * @param label text of the button; empty if the message is too old
     */
    record Callback(String queryId, String data, Optional<String> buttonLabel) implements BotRequest {}

    /** Represents a private message without text, or a forwarded one. */
    record Unsupported() implements BotRequest {}

    /** Reports that a user blocked the bot or that it was removed from a group. */
    record Blocked() implements BotRequest {}

    Pattern COMMAND_PATTERN = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

    /** Returns the request in the update; empty if the update is not addressed to the bot. */
    static Optional<BotRequest> parse(Update update, BotIdentity self) {
        if (update.message() != null) {
            return parseMessage(update.message(), false, self);
        }
        if (update.editedMessage() != null) {
            return parseMessage(update.editedMessage(), true, self);
        }
        if (update.callbackQuery() != null) {
            return parseCallback(update.callbackQuery());
        }
        if (update.myChatMember() != null && update.myChatMember().newChatMember() != null) {
            String status = String.valueOf(update.myChatMember().newChatMember().status());
            return status.matches("kicked|left") ? Optional.of(new Blocked()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<BotRequest> parseMessage(Message message, boolean isEdited, BotIdentity self) {
        String text = message.text() != null ? message.text() : message.caption();
        boolean isPrivate = ChatRef.isPrivate(message.chat());
        if (isBot(message.from())) {
            return Optional.empty();
        }
        if (message.forwardOrigin() != null || text == null || text.isBlank()) {
            // Stay silent in groups and on edits of messages without text.
            return isPrivate && !isEdited ? Optional.of(new Unsupported()) : Optional.empty();
        }
        Matcher command = COMMAND_PATTERN.matcher(text.strip());
        if (!isEdited && command.matches()) {
            return isAddressedToBot(command.group(2), isPrivate, command.group(1), self)
                    ? Optional.of(new Command(
                            command.group(1).toLowerCase(Locale.ROOT),
                            command.group(3) == null ? "" : command.group(3).strip()))
                    : Optional.empty();
        }
        return isPrivate || self.isMentionedIn(text) || isReplyToBot(message.replyToMessage(), self)
                ? Optional.of(new Ask(self.removeMentions(text), isEdited))
                : Optional.empty();
    }

    /** Returns true if the command is for this bot. In a group, commands without a bot name may be for another bot. */
    private static boolean isAddressedToBot(String addressee, boolean isPrivate, String name, BotIdentity self) {
        return addressee == null
                ? isPrivate || Menu.COMMAND_NAMES.contains(name.toLowerCase(Locale.ROOT))
                : self.hasUsername(addressee);
    }

    private static Optional<BotRequest> parseCallback(CallbackQuery query) {
        if (query.data() == null || query.maybeInaccessibleMessage() == null) {
            return Optional.empty();
        }
        return Optional.of(new Callback(query.id(), query.data(), pressedButtonLabel(query)));
    }

    /** Returns the text of the pressed button; empty if the message is too old for Telegram to include its buttons. */
    private static Optional<String> pressedButtonLabel(CallbackQuery query) {
        Message message = query.message();
        return message == null || message.replyMarkup() == null
                ? Optional.empty()
                : Keyboard.findLabel(message.replyMarkup(), query.data());
    }

    private static boolean isBot(User sender) {
        return sender != null && Boolean.TRUE.equals(sender.isBot());
    }

    private static boolean isReplyToBot(Message repliedTo, BotIdentity self) {
        return repliedTo != null
                && repliedTo.from() != null
                && Long.valueOf(self.id()).equals(repliedTo.from().id());
    }
}

package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody wants of the bot. */
sealed interface BotRequest {
    /** A question, asked or edited. */
    record Ask(String text, boolean isEdited) implements BotRequest {}

    /** {@code /name argument} */
    record Command(String name, String argument) implements BotRequest {}

    /**
     * A button of ours was pressed.
     *
     * @param query by which Telegram wants to be told that it was heard
     * @param label what stands on the button
     */
    record Callback(String query, String data, Optional<String> label) implements BotRequest {}

    /** Something that is no text, or somebody else's. */
    record Unsupported() implements BotRequest {}

    /** The bot was thrown out, or blocked. */
    record Blocked() implements BotRequest {}

    Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

    /** What the update is about, if the bot is meant. */
    static Optional<BotRequest> parse(Update update, BotIdentity me) {
        if (update.message() != null) {
            return parseMessage(update.message(), false, me);
        }
        if (update.editedMessage() != null) {
            return parseMessage(update.editedMessage(), true, me);
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

    private static Optional<BotRequest> parseMessage(Message message, boolean isEdited, BotIdentity me) {
        String typed = message.text() != null ? message.text() : message.caption();
        boolean isPrivate = ChatRef.isPrivate(message.chat());
        if (isBot(message.from())) {
            return Optional.empty();
        }
        if (message.forwardOrigin() != null || typed == null || typed.isBlank()) {
            // What goes on in a group, or becomes of a picture, is not the bot's to comment.
            return isPrivate && !isEdited ? Optional.of(new Unsupported()) : Optional.empty();
        }
        Matcher command = COMMAND.matcher(typed.strip());
        if (!isEdited && command.matches()) {
            return isForBot(command.group(2), isPrivate, command.group(1), me)
                    ? Optional.of(new Command(
                            command.group(1).toLowerCase(Locale.ROOT),
                            command.group(3) == null ? "" : command.group(3).strip()))
                    : Optional.empty();
        }
        return isPrivate || me.isMentioned(typed) || isThisBot(message.replyToMessage(), me)
                ? Optional.of(new Ask(me.withoutMention(typed), isEdited))
                : Optional.empty();
    }

    /** In a group others may have a command of the same name, or of a name that is none of ours. */
    private static boolean isForBot(String bot, boolean isPrivate, String name, BotIdentity me) {
        return bot == null ? isPrivate || Menu.COMMANDS.contains(name.toLowerCase(Locale.ROOT)) : me.isNamed(bot);
    }

    private static Optional<BotRequest> parseCallback(CallbackQuery query) {
        if (query.data() == null || query.maybeInaccessibleMessage() == null) {
            return Optional.empty();
        }
        return Optional.of(new Callback(query.id(), query.data(), label(query)));
    }

    /** Telegram sends the buttons along, if the message is not too old. */
    private static Optional<String> label(CallbackQuery query) {
        Message message = query.message();
        return message == null || message.replyMarkup() == null
                ? Optional.empty()
                : Keyboard.label(message.replyMarkup(), query.data());
    }

    private static boolean isBot(User from) {
        return from != null && Boolean.TRUE.equals(from.isBot());
    }

    private static boolean isThisBot(Message replied, BotIdentity me) {
        return replied != null
                && replied.from() != null
                && Long.valueOf(me.id()).equals(replied.from().id());
    }
}

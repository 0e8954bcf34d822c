package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the inline keyboard under a message. The callback data of a button is {@code action:argument}. */
final class Keyboard {
    static final String UP = "up";
    static final String DOWN = "down";
    static final String ASK_AGAIN = "ask";
    static final String ARTICLE = "article";
    static final String LANGUAGE = "language";

    private final List<InlineKeyboardButton[]> rows = new ArrayList<>();

    /** Returns a button that opens a URL. */
    static InlineKeyboardButton link(String label, String url) {
        return new InlineKeyboardButton(label).url(url);
    }

    /** Returns a button that sends {@code action:argument} to the bot. */
    static InlineKeyboardButton button(String label, String action, String argument) {
        return new InlineKeyboardButton(label).callbackData(action + ":" + argument);
    }

    Keyboard row(InlineKeyboardButton... buttons) {
        rows.add(buttons);
        return this;
    }

    /** Adds one row per question. Pressing it asks the question, which is read from the label of the button. */
    Keyboard questions(List<String> questions) {
        for (int i = 0; i < questions.size(); i++) {
            row(button(questions.get(i), ASK_AGAIN, Integer.toString(i)));
        }
        return this;
    }

    /** Returns the markup for Telegram; empty if there are no buttons. */
    Optional<InlineKeyboardMarkup> markup() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new InlineKeyboardMarkup(rows.toArray(InlineKeyboardButton[][]::new)));
    }

    /** Returns the label of the button with this callback data. */
    static Optional<String> label(InlineKeyboardMarkup markup, String data) {
        return Stream.of(markup.inlineKeyboard())
                .flatMap(Stream::of)
                .filter(button -> data.equals(button.callbackData()))
                .map(InlineKeyboardButton::text)
                .findFirst();
    }
}

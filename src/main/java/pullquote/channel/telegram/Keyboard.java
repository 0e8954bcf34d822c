package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the inline keyboard under a message. The callback data of a button is {@code action:argument}. */
final class Keyboard {
    static final String RATE_UP = "up";
    static final String RATE_DOWN = "down";
    static final String ASK_QUESTION = "ask";
    static final String SELECT_ARTICLE = "article";
    static final String SELECT_LANGUAGE = "language";

    private final List<InlineKeyboardButton[]> rows = new ArrayList<>();

    /** Returns a button that opens a URL. */
    static InlineKeyboardButton linkButton(String label, String url) {
        return new InlineKeyboardButton(label).url(url);
    }

    /** Returns a button that sends {@code action:argument} to the bot. */
    static InlineKeyboardButton callbackButton(String label, String action, String argument) {
        return new InlineKeyboardButton(label).callbackData(action + ":" + argument);
    }

    Keyboard addRow(InlineKeyboardButton... buttons) {
        rows.add(buttons);
        return this;
    }

    /** Adds one row per question. Pressing it asks the question, which is read from the label of the button. */
    Keyboard addQuestions(List<String> questions) {
        for (int i = 0; i < questions.size(); i++) {
            addRow(callbackButton(questions.get(i), ASK_QUESTION, Integer.toString(i)));
        }
        return this;
    }

    /** Returns the markup for Telegram; empty if there are no buttons. */
    Optional<InlineKeyboardMarkup> toMarkup() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new InlineKeyboardMarkup(rows.toArray(InlineKeyboardButton[][]::new)));
    }

    /** Returns the label of the button with this callback data. */
    static Optional<String> findLabel(InlineKeyboardMarkup markup, String data) {
        return Stream.of(markup.inlineKeyboard())
                .flatMap(Stream::of)
                .filter(button -> data.equals(button.callbackData()))
                .map(InlineKeyboardButton::text)
                .findFirst();
    }
}

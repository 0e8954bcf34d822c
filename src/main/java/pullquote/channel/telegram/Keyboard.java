package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The buttons under a message. What a press of one means stands in its data: a word, a colon, and what it is about. */
final class Keyboard {
    static final String UP = "up";
    static final String DOWN = "down";
    static final String ASK_AGAIN = "ask";
    static final String ARTICLE = "article";
    static final String LANGUAGE = "language";

    private final List<InlineKeyboardButton[]> rows = new ArrayList<>();

    /** Opens a page. */
    static InlineKeyboardButton link(String label, String url) {
        return new InlineKeyboardButton(label).url(url);
    }

    static InlineKeyboardButton button(String label, String word, String about) {
        return new InlineKeyboardButton(label).callbackData(word + ":" + about);
    }

    Keyboard row(InlineKeyboardButton... buttons) {
        rows.add(buttons);
        return this;
    }

    /** Each in a row of its own, to be asked by a press: the question stands on the button, where it is read from. */
    Keyboard questions(List<String> questions) {
        for (int i = 0; i < questions.size(); i++) {
            row(button(questions.get(i), ASK_AGAIN, Integer.toString(i)));
        }
        return this;
    }

    /** None if there is no button. */
    Optional<InlineKeyboardMarkup> markup() {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new InlineKeyboardMarkup(rows.toArray(InlineKeyboardButton[][]::new)));
    }

    /** What stands on the button with this data. */
    static Optional<String> label(InlineKeyboardMarkup markup, String data) {
        return Stream.of(markup.inlineKeyboard())
                .flatMap(Stream::of)
                .filter(button -> data.equals(button.callbackData()))
                .map(InlineKeyboardButton::text)
                .findFirst();
    }
}

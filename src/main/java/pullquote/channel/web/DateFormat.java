package pullquote.channel.web;

import java.time.LocalDate;
import pullquote.text.Messages;

/** Formats dates for pages. */
final class DateFormat {
    private DateFormat() {}

    /** @param language the language of the page */
    static Html html(LocalDate date, String language) {
        return Html.of("<time datetime=\"%s\">%s</time>", date, Messages.formatDate(date, language));
    }
}

package pullquote.channel.web;

import java.time.LocalDate;
import pullquote.text.Messages;

/** Dates as people read them. */
final class DateFormat {
    private DateFormat() {}

    /** @param language of those who read it */
    static Html html(LocalDate date, String language) {
        return Html.of("<time datetime=\"%s\">%s</time>", date, Messages.formatDate(date, language));
    }
}

package pullquote.channel.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import pullquote.answer.Messages;

/** Dates as people read them. */
final class Dates {
    private Dates() {}

    /** @param language of those who read it */
    static Html html(LocalDate date, String language) {
        var format = language.equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", Messages.locale(language))
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Messages.locale(language));
        return Html.of("<time datetime=\"%s\">%s</time>", date, format.format(date));
    }
}

package pullquote.channel.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them on our pages, which speak English. */
final class Dates {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Dates() {}

    static Html html(LocalDate date) {
        return Html.of("<time datetime=\"%s\">%s</time>", date, LONG.format(date));
    }
}

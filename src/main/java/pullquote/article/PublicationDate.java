package pullquote.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the day an article was published. */
final class PublicationDate {
    /** Before the first newspaper there was no news. */
    private static final int FIRST_YEAR = 1600;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private PublicationDate() {}

    /** Nothing, and a note, if it is not a day between 1600 and next year. */
    static Optional<LocalDate> parse(String text, int line, IssueCollector faults) {
        Optional<LocalDate> date = day(text);
        if (date.isEmpty()) {
            faults.warn(line, "date " + LoadIssue.quoted(text) + " is no date. Write it as YYYY-MM-DD.");
            return date;
        }
        int lastYear = Year.now(ZoneOffset.UTC).getValue() + 1;
        int year = date.get().getYear();
        if (year < FIRST_YEAR || year > lastYear) {
            faults.warn(
                    line,
                    "date " + LoadIssue.quoted(text) + " is no date of publication. Write a year from " + FIRST_YEAR
                            + " to " + lastYear + ".");
            return Optional.empty();
        }
        return date;
    }

    private static Optional<LocalDate> day(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // 30 February
        }
    }
}

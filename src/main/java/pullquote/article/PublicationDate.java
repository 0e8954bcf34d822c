package pullquote.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses publication dates. */
final class PublicationDate {
    /** The first newspapers appeared shortly after 1600; earlier years are rejected as typing errors. */
    private static final int FIRST_YEAR = 1600;

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private PublicationDate() {}

    /**
     * Parses a date as YYYY-MM-DD. Returns empty and records an issue unless its year is between 1600 and next year.
     */
    static Optional<LocalDate> parse(String text, int line, IssueCollector issues) {
        Optional<LocalDate> date = day(text);
        if (date.isEmpty()) {
            issues.warn(line, "date " + LoadIssue.quoted(text) + " is not a valid date. Write it as YYYY-MM-DD.");
            return date;
        }
        int lastYear = Year.now(ZoneOffset.UTC).getValue() + 1;
        int year = date.get().getYear();
        if (year < FIRST_YEAR || year > lastYear) {
            issues.warn(
                    line,
                    "date " + LoadIssue.quoted(text) + " is not a valid publication date. Write a year from "
                            + FIRST_YEAR + " to " + lastYear + ".");
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
            return Optional.empty(); // for example 30 February
        }
    }
}

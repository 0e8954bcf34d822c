package pullquote.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date before the text, as in {@code date 2022-01-31 NUR-SULTAN – President …}.
 *
 * @param index of its line, from 0
 * @param date as it was written, which may be no date
 * @param rest of the line: it belongs to the text
 */
record LeadingDate(int index, String date, String rest) {
    /** Whatever was meant as a date; “Date palms grow …” and “date 1990 wines” were not. */
    private static final Pattern PATTERN = Pattern.compile("(?is)\\s*date:?\\s+"
            + "([0-9]+[./-][0-9]+[./-][0-9]+(?:T[0-9:.+Z-]+)?"
            + "|[0-9]{1,2} \\p{L}{3,12} [0-9]{4}|\\p{L}{3,12} [0-9]{1,2}, [0-9]{4})"
            + "(?:[.,:;]|(?![\\p{L}\\p{N}]))\\s*(.*)");

    /** The dateline in the first line that is not empty, if it has one. */
    static Optional<LeadingDate> find(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher dateline = PATTERN.matcher(lines.get(i));
            if (dateline.matches()) {
                return Optional.of(new LeadingDate(i, dateline.group(1), dateline.group(2)));
            }
            if (!lines.get(i).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

package pullquote.article;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Contains a date that precedes the text, as in {@code date 2022-01-31 NUR-SULTAN – President …}.
 *
 * @param index the index of its line, from 0
 * @param date the date as written; it may be invalid
 * @param rest the remainder of the line, which belongs to the text
 */
record LeadingDate(int index, String date, String rest) {
    /** Also matches invalid dates, so that they can be reported, but not “Date palms grow …” or “date 1990 wines”. */
    private static final Pattern PATTERN = Pattern.compile("(?is)\\s*date:?\\s+"
            + "([0-9]+[./-][0-9]+[./-][0-9]+(?:T[0-9:.+Z-]+)?"
            + "|[0-9]{1,2} \\p{L}{3,12} [0-9]{4}|\\p{L}{3,12} [0-9]{1,2}, [0-9]{4})"
            + "(?:[.,:;]|(?![\\p{L}\\p{N}]))\\s*(.*)");

    /** Returns the date at the start of the first line that is not empty, if there is one. */
    static Optional<LeadingDate> find(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PATTERN.matcher(lines.get(i));
            if (matcher.matches()) {
                return Optional.of(new LeadingDate(i, matcher.group(1), matcher.group(2)));
            }
            if (!lines.get(i).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}

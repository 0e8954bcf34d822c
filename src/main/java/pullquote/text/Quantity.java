package pullquote.text;

import java.util.Set;

/**
 * Represents a number, date, percentage or amount of a text in a language-independent form.
 *
 * @param values all possible values: {@code 4400}, {@code 22%}, {@code #21} for the 21st, {@code d1-29} for
 *     January 29, {@code m1} for January, {@code w3} for Wednesday, {@code t18:00}, {@code several}
 * @param kind the kind of quantity
 * @param start the offset of the first character
 * @param end the offset after the last character
 */
public record Quantity(Set<String> values, Kind kind, int start, int end) {
    /** Lists the kinds of quantities. */
    public enum Kind {
        NUMBER,
        ORDINAL,
        PERCENT,
        TIME,
        DATE,
        MONTH,
        WEEKDAY,
        /** A number that is probably a year, without a day or month. */
        YEAR,
        /** The year of a day or a month. */
        YEAR_OF_DATE,
        /** An amount without a number: "several", "most". */
        QUANTIFIER
    }

    public Quantity {
        values = Set.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Quantity without a value. Give at least one.");
        }
    }

    /** Returns true if both may have the same value. */
    public boolean hasCommonValue(Quantity other) {
        return values.stream().anyMatch(other.values::contains);
    }
}

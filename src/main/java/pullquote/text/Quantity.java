package pullquote.text;

import java.util.Set;

/**
 * A number, date, share or amount of a text, in a form that is the same in every language.
 *
 * @param values all that it may stand for: {@code 4400}, {@code 22%}, {@code #21} for the 21st, {@code d1-29} for
 *     January 29, {@code m1}, {@code w3} for Wednesday, {@code t18:00}, {@code several}
 * @param kind what it is
 * @param start offset of its first character
 * @param end offset behind its last one
 */
public record Quantity(Set<String> values, Kind kind, int start, int end) {
    /** What a quantity is. */
    public enum Kind {
        NUMBER,
        ORDINAL,
        PERCENT,
        TIME,
        DATE,
        MONTH,
        WEEKDAY,
        /** A year by itself, as far as can be told. */
        YEAR,
        /** The year of a day or a month. */
        YEAR_OF_DATE,
        /** No number: "several", "most". */
        QUANTIFIER
    }

    public Quantity {
        values = Set.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a quantity has a value");
        }
    }

    /** Whether both may be the same. */
    public boolean hasCommonValue(Quantity other) {
        return values.stream().anyMatch(other.values::contains);
    }
}

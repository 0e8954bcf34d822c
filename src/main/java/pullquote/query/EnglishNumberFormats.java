package pullquote.query;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import pullquote.text.Quantity;
import pullquote.text.QuantityParser;

/** Finds numbers and dates in a text in another language and formats them as English articles may write them. */
final class EnglishNumberFormats {
    private static final Set<Quantity.Kind> FORMATTED_KINDS = EnumSet.of(
            Quantity.Kind.NUMBER,
            Quantity.Kind.ORDINAL,
            Quantity.Kind.DATE,
            Quantity.Kind.MONTH,
            Quantity.Kind.YEAR,
            Quantity.Kind.YEAR_OF_DATE);
    private static final List<String> NUMBER_WORDS =
            List.of("zero one two three four five six seven eight nine ten eleven twelve".split(" "));

    private EnglishNumberFormats() {}

    /** Returns the numbers and dates that have an English format. 1 is left out, because it usually means "a". */
    static List<Quantity> find(String text, String language) {
        List<Quantity> all = QuantityParser.parse(text, language);
        return all.stream()
                .filter(quantity -> FORMATTED_KINDS.contains(quantity.kind())
                        && !quantity.values().contains("1")
                        && !quantity.values().contains("#1")
                        && all.stream().noneMatch(other -> isMonthOf(quantity, other)))
                .toList();
    }

    /** Returns true if the month is part of the date, which is formatted with it. */
    private static boolean isMonthOf(Quantity month, Quantity date) {
        return month.kind() == Quantity.Kind.MONTH
                && date.kind() == Quantity.Kind.DATE
                && month.values().stream()
                        .anyMatch(value -> date.values().iterator().next().startsWith("d" + value.substring(1) + "-"));
    }

    /** Returns the possible English formats of a quantity. */
    static List<String> formats(Quantity quantity) {
        String value = quantity.values().iterator().next();
        return switch (quantity.kind()) {
            case ORDINAL -> List.of(ordinal(value.substring(1)));
            case MONTH -> monthNames(Integer.parseInt(value.substring(1)));
            case DATE -> {
                String[] parts = value.substring(1).split("-", 2);
                yield monthNames(Integer.parseInt(parts[0])).stream()
                        .map(month -> month + " " + parts[1])
                        .toList();
            }
            default ->
                value.matches("\\d|1[0-2]")
                        ? List.of(value, NUMBER_WORDS.get(Integer.parseInt(value)))
                        : List.of(value);
        };
    }

    private static List<String> monthNames(int number) {
        return Stream.of(TextStyle.FULL, TextStyle.SHORT)
                .map(style -> Month.of(number).getDisplayName(style, Locale.ENGLISH))
                .toList();
    }

    private static String ordinal(String number) {
        String ending = number.matches(".*1[123]")
                ? "th"
                : number.endsWith("1") ? "st" : number.endsWith("2") ? "nd" : number.endsWith("3") ? "rd" : "th";
        return number + ending;
    }
}

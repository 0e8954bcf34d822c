package pullquote.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.text.Quantity.Kind;

/**
 * Parses the quantities of a text in English, Russian or Kazakh. "4,4 тысячи", "төрт мың төрт жүз" and "4,400" have
 * the same value.
 */
public final class QuantityParser {
    private static final Pattern ORDINAL_ENDING = Pattern.compile(
            "(?:st|nd|rd|th)\\b|-(?:[йяемх]|ой|ая|го|му|ми|ый|ое|ую|ые|ых|(?:[іы]?н)?ш[іы])\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
    private static final Pattern ROMAN = Pattern.compile("[IVX]{2,7}");
    private static final Pattern RANGE =
            Pattern.compile("\\s*(?:to|and|or|до|и|или|дейін|мен|бен|пен|[-–—]|-?[дтн][ае]н)\\s*");
    private static final Pattern WITHIN_DATE =
            Pattern.compile("[\\s,.]*(?:год\\p{L}*|г\\.|жыл\\p{L}*|айы\\p{L}*|of)?[\\s,.]*");
    private static final Pattern AFTERNOON_SUFFIX = Pattern.compile("\\s?p\\.?m\\b.*", Pattern.DOTALL);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_DAY_OF_MONTH = 31;

    private final String text;
    private final String language;
    private final QuantityTokens tokens;
    private final List<Quantity> quantities = new ArrayList<>();

    private QuantityParser(String text, String language) {
        this.text = text;
        this.language = language;
        this.tokens = new QuantityTokens(text, language);
    }

    /**
     * Returns the quantities in a text, in order.
     *
     * @param language {@code en}, {@code ru} or {@code kk}; in other languages only digits are parsed
     */
    public static List<Quantity> parse(String text, String language) {
        var parser = new QuantityParser(text, language);
        int at = 0;
        while (at < parser.tokens.size()) {
            at = parser.read(at);
        }
        return parser.resolveRangesAndYears();
    }

    /** Parses the quantity that starts at a token and returns the index of the next token to parse. */
    private int read(int at) {
        String token = tokens.get(at);
        if (token.matches("\\d{1,2}:\\d{2}")) {
            readTime(token, at);
        } else if (token.matches("\\d+\\.\\d+\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}")) {
            readDay(token.split("[.-]", -1), at);
        } else if (tokens.isNumeric(at) || tokens.isCardinal(at)) {
            return readNumber(at);
        } else if (ROMAN.matcher(token).matches()) {
            add(Set.of("#" + parseRoman(token)), Kind.ORDINAL, at, at);
        } else {
            readWord(at);
        }
        return at + 1;
    }

    private void readTime(String token, int at) {
        String[] parts = token.split(":", -1);
        int hour = Integer.parseInt(parts[0]);
        boolean afternoon = AFTERNOON_SUFFIX.matcher(tokens.textAfter(at)).matches() && hour < 12;
        add(Set.of("t" + (afternoon ? hour + 12 : hour) + ":" + parts[1]), Kind.TIME, at, at);
    }

    private void readDay(String[] parts, int at) {
        boolean iso = parts[0].length() == 4;
        int month = Integer.parseInt(parts[1]);
        add(Set.of("d" + month + "-" + Integer.parseInt(parts[iso ? 2 : 0])), Kind.DATE, at, at);
        add(Set.of("m" + month), Kind.MONTH, at, at);
        add(Set.of(parts[iso ? 0 : 2]), Kind.YEAR_OF_DATE, at, at);
    }

    private void readWord(int at) {
        String word = tokens.get(at);
        for (String meaning : tokens.meanings(at)) {
            switch (meaning.charAt(0)) {
                case '#' -> add(Set.of(meaning), Kind.ORDINAL, at, at);
                case 'w' -> addNamed(meaning, Kind.WEEKDAY, word, at);
                case 'm' -> addNamed(meaning, meaning.matches("m\\d+") ? Kind.MONTH : Kind.QUANTIFIER, word, at);
                default -> add(tokens.meanings(at), Kind.QUANTIFIER, at, at);
            }
        }
    }

    /** Adds a weekday or month. In English it must be capitalized: "they may march" contains no month. */
    private void addNamed(String meaning, Kind kind, String word, int at) {
        if (kind == Kind.QUANTIFIER || !language.equals("en") || Character.isUpperCase(word.codePointAt(0))) {
            add(kind == Kind.QUANTIFIER ? tokens.meanings(at) : Set.of(meaning), kind, at, at);
        }
    }

    private int readNumber(int from) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal current = null;
        int at = from;
        boolean ordinal = false;
        for (; at < tokens.size(); at++) {
            if (at > from && !tokens.textBetween(at - 1, at).matches("[\\s\\u00A0-]*")) {
                break;
            }
            String token = tokens.get(at);
            if (tokens.isNumeric(at)) {
                if (current != null || token.contains(":")) {
                    break;
                }
                current = tokens.parseNumber(token);
            } else if (tokens.isMultiplier(at)) {
                BigDecimal multiplier =
                        new BigDecimal(tokens.firstMeaning(at, "\\*\\d+").substring(1));
                BigDecimal count = current == null ? BigDecimal.ONE : current;
                if (multiplier.equals(HUNDRED)) {
                    current = count.multiply(multiplier);
                } else {
                    total = total.add(count.multiply(multiplier));
                    current = null;
                }
            } else if (tokens.isCardinal(at)
                    && isContinuation(current, new BigDecimal(tokens.firstMeaning(at, "\\d+(?:\\.\\d+)?")))) {
                BigDecimal next = new BigDecimal(tokens.firstMeaning(at, "\\d+(?:\\.\\d+)?"));
                current = current == null ? next : current.add(next);
            } else if (tokens.isOrdinal(at)
                    && at > from
                    && current != null
                    && isContinuation(current, tokens.ordinalValue(at))) {
                current = current.add(tokens.ordinalValue(at));
                ordinal = true;
                at++;
                break;
            } else {
                break;
            }
        }
        BigDecimal value = current == null ? total : total.add(current);
        addNumber(value, from, at - 1, ordinal);
        return at;
    }

    private void addNumber(BigDecimal value, int from, int last, boolean ordinalWord) {
        String plain = formatNumber(value);
        String first = tokens.get(from);
        var values = new HashSet<String>();
        boolean isNumeric = Character.isDigit(first.charAt(0));
        boolean ordinal = ordinalWord
                || isNumeric
                        && from == last
                        && ORDINAL_ENDING.matcher(tokens.textAfter(last)).lookingAt();
        if (!ordinalWord) {
            values.add(plain);
        }
        if (ordinal) {
            values.add("#" + plain);
        }
        if (from == last && !isNumeric) {
            tokens.meanings(from).stream()
                    .filter(meaning -> meaning.matches("\\p{L}.*"))
                    .forEach(values::add);
        }
        if (isNumeric && first.matches("\\d{1,3}(?:,\\d{3})+") && !language.equals("en")) {
            values.add(first.replace(",", ""));
        }
        int hour = AFTERNOON_SUFFIX.matcher(tokens.textAfter(last)).matches() ? value.intValue() + 12 : -1;
        if (hour > 0 && hour < 24) {
            values.add(String.valueOf(hour));
            values.add("t" + hour + ":00");
        }
        String month = adjacentMonth(value, from, last);
        if (!month.isEmpty()) {
            add(Set.of("d" + month.substring(1) + "-" + plain), Kind.DATE, from, last);
        } else if (tokens.isPercent(last + 1)) {
            add(Set.of(plain + "%"), Kind.PERCENT, from, last + 1);
        } else {
            boolean year = isNumeric && first.matches("(?:1[5-9]|20|21)\\d{2}") && from == last;
            add(values, year ? Kind.YEAR : ordinal ? Kind.ORDINAL : Kind.NUMBER, from, last);
        }
    }

    /** Returns the month next to a day of the month, for example {@code m1}; empty if there is none. */
    private String adjacentMonth(BigDecimal value, int from, int last) {
        if (value.scale() > 0 || value.intValue() < 1 || value.intValue() > MAX_DAY_OF_MONTH) {
            return "";
        }
        if (last + 1 < tokens.size()
                && tokens.textBetween(last, last + 1).matches("(?:st|nd|rd|th)?(?:-?\\p{L}{1,3})?\\s+")) {
            String after = tokens.month(last + 1);
            if (!after.isEmpty()) {
                return after;
            }
        }
        boolean isMonthBefore = from > 0
                && !language.equals("ru")
                && tokens.textBetween(from - 1, from).matches("\\.?\\s+");
        return isMonthBefore ? tokens.month(from - 1) : "";
    }

    /** Returns true if a number word continues a greater one: "twenty two", but not "two twenty". */
    private boolean isContinuation(@Nullable BigDecimal current, BigDecimal next) {
        if (current == null) {
            return true;
        }
        int whole = current.intValue();
        int more = next.intValue();
        boolean endsInTen = whole % 100 == 10 && !language.equals("kk");
        return more > 0
                && (more < 10
                        ? whole % 10 == 0 && whole > 0 && !endsInTen
                        : more < 100 && whole % 100 == 0 && whole > 0);
    }

    /** Treats the first number of a range of percentages as a percentage too, and a year next to a date as its year. */
    private List<Quantity> resolveRangesAndYears() {
        var resolved = new ArrayList<Quantity>();
        for (int i = 0; i < quantities.size(); i++) {
            Quantity one = quantities.get(i);
            boolean range = i + 1 < quantities.size()
                    && one.kind() == Kind.NUMBER
                    && quantities.get(i + 1).kind() == Kind.PERCENT
                    && RANGE.matcher(text.substring(
                                    one.end(), quantities.get(i + 1).start()))
                            .matches();
            if (range) {
                var values = new HashSet<>(one.values());
                one.values().forEach(value -> values.add(value + "%"));
                one = new Quantity(values, Kind.NUMBER, one.start(), one.end());
            } else if (one.kind() == Kind.YEAR && (isYearOfDate(i, i - 1) || isYearOfDate(i, i + 1))) {
                one = new Quantity(one.values(), Kind.YEAR_OF_DATE, one.start(), one.end());
            }
            resolved.add(one);
        }
        return List.copyOf(resolved);
    }

    private boolean isYearOfDate(int year, int neighbor) {
        if (neighbor < 0 || neighbor >= quantities.size()) {
            return false;
        }
        Quantity one = quantities.get(Math.min(year, neighbor));
        Quantity next = quantities.get(Math.max(year, neighbor));
        Kind kind = quantities.get(neighbor).kind();
        return (kind == Kind.DATE || kind == Kind.MONTH)
                && one.end() <= next.start()
                && WITHIN_DATE.matcher(text.substring(one.end(), next.start())).matches();
    }

    private void add(Set<String> values, Kind kind, int from, int last) {
        quantities.add(new Quantity(values, kind, tokens.start(from), tokens.end(last)));
    }

    private static String formatNumber(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static int parseRoman(String numeral) {
        Matcher letters = Pattern.compile("[IVX]").matcher(numeral);
        int sum = 0;
        int last = 10;
        while (letters.find()) {
            int value = switch (letters.group()) {
                case "I" -> 1;
                case "V" -> 5;
                default -> 10;
            };
            sum += value > last ? value - 2 * last : value;
            last = value;
        }
        return sum;
    }
}

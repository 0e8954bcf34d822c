package pullquote.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a text into words and numbers and looks up the meaning of each as a number, month or amount. */
final class QuantityTokens {
    private static final String SPACE = "[ \\u00A0\\u202F\\u2009]";
    private static final Pattern PERCENT = Pattern.compile("percent|процент.*|пайыз.*");

    private final String text;
    private final String language;
    private final NumberWords numberWords;
    private final List<MatchResult> tokens;

    QuantityTokens(String text, String language) {
        this.text = text;
        this.language = language;
        this.numberWords = NumberWords.forLanguage(language);
        this.tokens = Tokenizer.QUANTITIES.tokenize(text);
    }

    boolean isEnglish() {
        return language.equals("en");
    }

    int size() {
        return tokens.size();
    }

    String get(int at) {
        return tokens.get(at).group();
    }

    int start(int at) {
        return tokens.get(at).start();
    }

    int end(int at) {
        return tokens.get(at).end();
    }

    boolean isNumeric(int at) {
        return Character.isDigit(get(at).charAt(0));
    }

    boolean isCapitalized(int at) {
        return Character.isUpperCase(get(at).codePointAt(0));
    }

    /** Returns the month that a token names, for example {@code m1}; empty if there is none. */
    String month(int at) {
        boolean canNameMonth = !language.equals("en") || isCapitalized(at);
        return canNameMonth
                ? meanings(at).stream()
                        .filter(one -> one.matches("m\\d+"))
                        .findFirst()
                        .orElse("")
                : "";
    }

    boolean isPercent(int at) {
        return at < size()
                && (get(at).equals("%")
                        || PERCENT.matcher(get(at).toLowerCase(Locale.ROOT)).matches());
    }

    boolean isCardinal(int at) {
        return meanings(at).stream().anyMatch(meaning -> meaning.matches("\\*?\\d+(?:\\.\\d+)?"));
    }

    boolean isMultiplier(int at) {
        return meanings(at).stream().anyMatch(meaning -> meaning.startsWith("*"));
    }

    boolean isOrdinal(int at) {
        return meanings(at).stream().anyMatch(meaning -> meaning.startsWith("#"));
    }

    BigDecimal ordinalValue(int at) {
        return new BigDecimal(firstMeaning(at, "#\\d+").substring(1));
    }

    String firstMeaning(int at, String form) {
        return meanings(at).stream()
                .filter(meaning -> meaning.matches(form))
                .findFirst()
                .orElse("0");
    }

    Set<String> meanings(int at) {
        // Capitalized words are names: Жұмабеков contains жұма, but does not mean Friday.
        boolean isName = !language.equals("en") && at > 0 && isCapitalized(at);
        return isName ? Set.of() : numberWords.meanings(get(at).toLowerCase(Locale.ROOT));
    }

    /** Parses a number in digits. The language decides which of 1.240 and 1,240 has a decimal separator. */
    BigDecimal parseNumber(String token) {
        String bare = token.replaceAll(SPACE, "");
        if (language.equals("en") || bare.matches("\\d{1,3}(?:,\\d{3}){2,}")) {
            return new BigDecimal(bare.replace(",", "").replaceAll("\\.(?=.*\\.)", ""));
        }
        String point = bare.replace(',', '.');
        return new BigDecimal(point.indexOf('.') == point.lastIndexOf('.') ? point : point.replace(".", ""));
    }

    String textAfter(int at) {
        return text.substring(end(at));
    }

    String textBetween(int one, int next) {
        return text.substring(end(one), start(next));
    }
}

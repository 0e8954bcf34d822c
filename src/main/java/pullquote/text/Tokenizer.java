package pullquote.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits text into tokens. All word handling of the product starts here; the constants differ in what they keep together.
 * Only the search index has a tokenizer of its own, Lucene's, because its analyzers need one.
 */
public enum Tokenizer {
    /** Words and numbers with their inner punctuation: {@code don't}, {@code 1,240}, {@code U.S} gives {@code U} and {@code S}. */
    LEXICAL("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+|['’]\\p{L}+)*"),

    /** Runs of letters, accents and digits: {@code pre-trial} gives {@code pre} and {@code trial}. */
    ALPHANUMERIC("[\\p{L}\\p{M}\\p{N}]+"),

    /** As {@link #ALPHANUMERIC}, with hyphenated words as one token, unless a capital letter follows the hyphen. */
    HYPHENATED("[\\p{L}\\p{M}\\p{N}]+(?:['’-](?!\\p{Lu})[\\p{L}\\p{N}]+)*"),

    /** Runs of letters and accents, without digits. */
    LETTERS("[\\p{L}\\p{M}]+"),

    /** Runs of letters, accents and apostrophes, as in Uzbek {@code bo'yicha}, without digits. */
    LETTERS_WITH_APOSTROPHES("[\\p{L}\\p{M}ʻ']+"),

    /** Runs of letters and accents, and runs of digits: {@code 2nd} gives {@code 2} and {@code nd}. */
    LETTERS_OR_DIGITS("[\\p{L}\\p{M}]+|\\p{Nd}+"),

    /** Times, dates, numbers in any notation, percent signs and words: what {@link QuantityParser} reads. */
    QUANTITIES("\\b\\d{1,2}:\\d{2}\\b"
            + "|\\b\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b"
            + "|(?<![\\p{L}\\d])(?:\\d{1,3}(?:[ \\u00A0\\u202F\\u2009]\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:[.,]\\d+)*)"
            + "|%|\\p{L}[\\p{L}\\p{M}]*");

    private final Pattern pattern;

    Tokenizer(String regex) {
        pattern = Pattern.compile(regex);
    }

    /** Returns the tokens of a text in order, with their offsets in UTF-16 code units. */
    public List<MatchResult> tokenize(String text) {
        return pattern.matcher(text).results().toList();
    }

    /** Returns the words of the tokens, in order. */
    public Stream<String> words(String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}

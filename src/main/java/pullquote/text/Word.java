package pullquote.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Represents a word or number of a text.
 *
 * @param text the word as written
 * @param stem the stem shared by all forms of the word; empty for stop words ("the", "of")
 * @param start the offset of the first UTF-16 code unit in the text
 * @param isName true if the word is written like a name or part of one
 */
public record Word(String text, String stem, int start, boolean isName) {
    /** Marks the stem that stands for a person. No other stem starts with it. */
    public static final String PERSON_PREFIX = "@";

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    /** Closing marks and footnotes may follow the end of the previous sentence, as in {@code “Stop.”[12] Then}. */
    private static final Pattern SENTENCE_START =
            Pattern.compile("(?:^|[.!?:…][”\"»’)]{0,3}(?:\\[\\w{1,4}]){0,3}\\s{1,9}|[“\"«(–—]\\s?)$");

    /** UTF-16 code units; bounds the time to check for a sentence start. */
    private static final int MAX_LOOKBEHIND = 32;

    /**
     * Returns the words of a text in order.
     *
     * @param language an ISO 639 code, for example {@code en}
     */
    public static List<Word> tokenize(String text, String language) {
        Map<Integer, String> stems = Stemmer.stemsByOffset(text, language);
        List<MatchResult> matches = Tokenizer.LEXICAL.tokenize(text);
        boolean isAllCaps = text.equals(text.toUpperCase(Locale.ROOT));
        var words = new ArrayList<Word>();
        for (int i = 0; i < matches.size(); i++) {
            String word = matches.get(i).group();
            int start = matches.get(i).start();
            String stem = stems.getOrDefault(start, "");
            boolean nextIsCapital =
                    i + 1 < matches.size() && isCapitalized(matches.get(i + 1).group());
            boolean isName = !isAllCaps
                    && isCapitalized(word)
                    && (!isSentenceStart(text, start) || isAcronym(word) || nextIsCapital && !stem.isEmpty());
            words.add(new Word(word, stem, start, isName));
        }
        return words;
    }

    /** Returns the distinct stems of words. */
    public static Set<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).filter(stem -> !stem.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns true if a stem replaces the names of a person. Such stems start with {@value #PERSON_PREFIX}. */
    public static boolean isPersonStem(String stem) {
        return stem.startsWith(PERSON_PREFIX);
    }

    /** Returns true if a text contains a letter or a digit. */
    public static boolean containsWord(String text) {
        return LETTER_OR_DIGIT.matcher(text).find();
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    /** Returns true at the start of a sentence, where a capital does not indicate a name. */
    private static boolean isSentenceStart(String text, int start) {
        return SENTENCE_START
                .matcher(text.substring(Math.max(0, start - MAX_LOOKBEHIND), start))
                .find();
    }

    private static boolean isCapitalized(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static boolean isAcronym(String word) {
        return word.chars().filter(Character::isUpperCase).count() >= 2;
    }
}

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
 * A word or number of a text.
 *
 * @param text as written
 * @param stem what it shares with its other forms; empty for words without meaning of their own ("the", "of")
 * @param start offset of its first UTF-16 code unit in the text
 * @param isName whether it is written like a name, or a part of one
 */
public record Word(String text, String stem, int start, boolean isName) {
    /** Marks the stem that stands for a person. No other stem starts with it. */
    public static final String PERSON_PREFIX = "@";

    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,]\\p{N}+|['’]\\p{L}+)*");
    /** Behind a sentence may stand what closes it and the marks of footnotes, as in {@code “Stop.”[12] Then}. */
    private static final Pattern SENTENCE_START =
            Pattern.compile("(?:^|[.!?:…][”\"»’)]{0,3}(?:\\[\\w{1,4}]){0,3}\\s{1,9}|[“\"«(–—]\\s?)$");

    private static final int MAX_LOOKBEHIND = 32;

    /** The words of a text in order. */
    public static List<Word> tokenize(String text, String language) {
        Map<Integer, String> stems = Stemmer.stemsByOffset(text, language);
        List<MatchResult> found = WORD.matcher(text).results().toList();
        boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
        var words = new ArrayList<Word>();
        for (int i = 0; i < found.size(); i++) {
            String word = found.get(i).group();
            int start = found.get(i).start();
            String stem = stems.getOrDefault(start, "");
            boolean nextIsCapital =
                    i + 1 < found.size() && isCapitalized(found.get(i + 1).group());
            boolean name = !shouted
                    && isCapitalized(word)
                    && (!isSentenceStart(text, start) || isAcronym(word) || nextIsCapital && !stem.isEmpty());
            words.add(new Word(word, stem, start, name));
        }
        return words;
    }

    /** The stems among words, each once. */
    public static Set<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).filter(stem -> !stem.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns true if a stem was put in the place of a person's names. Such stems start with {@value #PERSON_PREFIX}. */
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

    /** Every sentence opens with a capital; there it tells nothing. */
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

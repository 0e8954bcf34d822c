package pullquote.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Represents a word or punctuation mark of a sentence with its part of speech.
 *
 * @param text the word or mark as written, without a possessive ending
 * @param stem the stem; empty for punctuation and stop words
 * @param tag the part of speech in this sentence
 * @param start the offset of the word in the sentence; for punctuation, the offset of the end of the previous word
 */
public record Token(String text, String stem, PosTag tag, int start) {
    public static final Set<String> HONORIFICS = Set.of("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord");
    private static final Pattern POSSESSIVE_SUFFIX = Pattern.compile("['’]s$");
    private static final Set<String> RELATIVE_WORDS =
            Set.of("which", "who", "whom", "whose", "that", "what", "where", "when", "how", "why");
    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("his", "her", "its", "their", "our", "my", "your");

    /**
     * Splits a sentence into tagged tokens.
     *
     * @param words the words of the sentence
     */
    public static List<Token> tokenize(String text, List<Word> words) {
        var tokens = new ArrayList<Token>();
        var hyphenated = new HashSet<Integer>();
        var reportingVerbs = new HashSet<Integer>();
        int end = 0;
        for (Word word : words) {
            String between = text.substring(end, word.start());
            if (between.equals("-")) {
                hyphenated.add(tokens.size() - 1);
            }
            Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            if (!isJoined(between, before, word)) {
                addPunctuation(between, end, tokens);
            }
            String bare = POSSESSIVE_SUFFIX.matcher(word.text()).replaceFirst("");
            if (ReportedSpeech.isReportingVerb(word)) {
                reportingVerbs.add(tokens.size());
            }
            tokens.add(new Token(bare, word.stem(), PosTag.X, word.start()));
            if (bare.length() < word.text().length()) {
                tokens.add(new Token("'s", "", PosTag.X, word.start() + bare.length()));
            }
            end = word.start() + word.text().length();
        }
        addPunctuation(text.substring(end), end, tokens);
        List<PosTag> tags = PosTagger.tag(tokens.stream().map(Token::text).toList());
        return IntStream.range(0, tags.size())
                .mapToObj(i -> tokens.get(i)
                        .withTag(
                                hyphenated.contains(i)
                                        ? PosTag.ADJ
                                        : reportingVerbs.contains(i) && tags.get(i) == PosTag.NOUN
                                                ? PosTag.VERB
                                                : tags.get(i)))
                .toList();
    }

    /** Returns this token with a tag. A capitalized verb is tagged as a name unless it starts the sentence. */
    private Token withTag(PosTag newTag) {
        if (start == 0 && PrepositionClasses.isUnambiguous(lower())) {
            return new Token(text, stem, PosTag.ADP, start);
        }
        if (Word.isPersonStem(stem)) {
            return new Token(text, stem, PosTag.PROPN, start);
        }
        boolean isName = newTag == PosTag.VERB && start > 1 && Character.isUpperCase(text.charAt(0));
        return new Token(text, stem, isName ? PosTag.PROPN : newTag, start);
    }

    /** Returns true if the text between two words is part of one expression, as in "Jan. 29" or "pre-trial". */
    private static boolean isJoined(String between, @Nullable Token before, Word next) {
        return between.equals("-")
                || between.equals(". ") && (next.isNumber() || before != null && HONORIFICS.contains(before.lower()));
    }

    private static void addPunctuation(String between, int start, List<Token> tokens) {
        between.chars()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> tokens.add(new Token(Character.toString(c), "", PosTag.PUNCT, start)));
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean isNominal() {
        return tag == PosTag.NOUN || tag == PosTag.PROPN || tag == PosTag.NUM || tag == PosTag.PRON && !isRelative();
    }

    public boolean isVerbal() {
        return tag == PosTag.VERB || tag == PosTag.AUX;
    }

    public boolean isRelative() {
        return RELATIVE_WORDS.contains(lower());
    }

    public boolean isPossessivePronoun() {
        return POSSESSIVE_PRONOUNS.contains(lower());
    }

    boolean isPossessiveEnding() {
        return text.equals("'s");
    }

    /** Returns true if the token separates clauses or phrases. */
    boolean isBoundary() {
        return tag == PosTag.CCONJ || tag == PosTag.SCONJ || tag == PosTag.PUNCT || isRelative();
    }
}

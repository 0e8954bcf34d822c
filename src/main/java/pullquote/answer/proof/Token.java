package pullquote.answer.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pullquote.retrieval.Word;

/**
 * A word or a punctuation mark of a sentence, and what it is there.
 *
 * @param stem empty for marks and for words without meaning of their own
 * @param start offset of its word in the sentence; for a mark, of the end of the word before
 */
public record Token(String text, String stem, Tag tag, int start) {
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final Set<String> RELATIVE =
            Set.of("which", "who", "whom", "whose", "that", "what", "where", "when", "how", "why");
    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("his", "her", "its", "their", "our", "my", "your");

    public static List<Token> of(String text, List<Word> words) {
        var tokens = new ArrayList<Token>();
        var joint = new HashSet<Integer>();
        int end = 0;
        for (Word word : words) {
            String between = text.substring(end, word.start());
            if (between.equals("-")) {
                joint.add(tokens.size() - 1);
            }
            Token before = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
            if (!isJoint(between, before, word)) {
                marks(between, end, tokens);
            }
            String bare = POSSESSIVE.matcher(word.text()).replaceFirst("");
            tokens.add(new Token(bare, word.stem(), Tag.X, word.start()));
            if (bare.length() < word.text().length()) {
                tokens.add(new Token("'s", "", Tag.X, word.start() + bare.length()));
            }
            end = word.start() + word.text().length();
        }
        marks(text.substring(end), end, tokens);
        List<Tag> tags = Tagger.tag(tokens.stream().map(Token::text).toList());
        return IntStream.range(0, tags.size())
                .mapToObj(i -> tokens.get(i).tagged(joint.contains(i) ? Tag.ADJ : tags.get(i)))
                .toList();
    }

    /** A verb with a capital, but for one that opens the sentence, is part of a name. */
    private Token tagged(Tag as) {
        if (start == 0 && Preposition.isSurely(lower())) {
            return new Token(text, stem, Tag.ADP, start);
        }
        boolean name = as == Tag.VERB && start > 1 && Character.isUpperCase(text.charAt(0));
        return new Token(text, stem, name ? Tag.PROPN : as, start);
    }

    /** The full stop of "Jan. 29" and the hyphen of "pre-trial" part nothing. */
    private static boolean isJoint(String between, @Nullable Token before, Word next) {
        return between.equals("-")
                || between.equals(". ")
                        && (next.isNumber() || before != null && Cast.HONORIFICS.contains(before.lower()));
    }

    private static void marks(String between, int start, List<Token> tokens) {
        between.chars()
                .filter(c -> !Character.isWhitespace(c))
                .forEach(c -> tokens.add(new Token(Character.toString(c), "", Tag.PUNCT, start)));
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isNominal() {
        return tag == Tag.NOUN || tag == Tag.PROPN || tag == Tag.NUM || tag == Tag.PRON && !isRelative();
    }

    boolean isVerbal() {
        return tag == Tag.VERB || tag == Tag.AUX;
    }

    boolean isRelative() {
        return RELATIVE.contains(lower());
    }

    boolean isPossessivePronoun() {
        return POSSESSIVE_PRONOUNS.contains(lower());
    }

    boolean isPossessiveEnding() {
        return text.equals("'s");
    }

    /** Parts what stands before it from what stands behind. */
    boolean isBreak() {
        return tag == Tag.CCONJ || tag == Tag.SCONJ || tag == Tag.PUNCT || isRelative();
    }
}

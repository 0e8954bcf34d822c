package pullquote.answer;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pullquote.retrieval.Query;

/**
 * What a reader asks, cleaned.
 *
 * @param text 1 to {@value #MAX_LENGTH} characters (code points) on one line, nothing invisible in it
 * @param language the language to answer in, as an ISO 639 code
 * @param articleId the only article to answer from, or empty for all
 * @param expansion what the conversation adds to the search: words with their weights, as in {@link Query}; none for a
 *     question alone
 */
public record Question(String text, String language, Optional<String> articleId, Map<String, Double> expansion) {
    public static final int MAX_LENGTH = 2_000;

    /** Format characters (bidi overrides, tags, zero-width spaces …), halves of characters, and unassigned ones. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Cn}\\p{Co}&&[^\\u200C\\u200D]]");
    /** No writing system stacks more than a few marks on a letter; more only spill over the lines around. */
    private static final Pattern STACKED_MARKS = Pattern.compile("(\\p{M}{4})\\p{M}+");

    /** Also letters that are blank: of Braille and of Hangul. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\s\\p{Z}\\u2800\\u3164\\u115F\\u1160\\uFFA0]+");

    private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{M}]");

    public Question {
        expansion = Map.copyOf(expansion);
        if (!text.equals(clean(text))) {
            throw new IllegalArgumentException("a question is cleaned before it is asked");
        }
    }

    public Question(String text, String language, Optional<String> articleId) {
        this(text, language, articleId, Map.of());
    }

    /**
     * Cleans what somebody typed and finds its language if none is given.
     *
     * @throws InvalidQuestion if nothing is left of it, or more than {@value #MAX_LENGTH} characters
     */
    public static Question of(String typed, Optional<String> language, Optional<String> articleId) {
        String text = clean(typed);
        return new Question(text, language.orElseGet(() -> Languages.guess(text)), articleId);
    }

    /** As {@link #of(String, Optional, Optional)}, of all articles, in the question's own language. */
    public static Question of(String typed) {
        return of(typed, Optional.empty(), Optional.empty());
    }

    /** The same, searched for with these words too. */
    public Question expandedBy(Map<String, Double> words) {
        return new Question(text, language, articleId, words);
    }

    /** What to look for to answer it. */
    Query query() {
        return new Query(text, expansion, articleId);
    }

    /** The language it is written in, which may be another than the reader wants the answer in. */
    public String writtenIn() {
        return Languages.guess(text);
    }

    private static String clean(String typed) {
        String text = INVISIBLE.matcher(typed).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ").strip();
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = STACKED_MARKS.matcher(text).replaceAll("$1");
        if (!SEEN.matcher(text).find()) {
            throw new InvalidQuestion("empty_question", "The question is empty. Write it in “question”.");
        }
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw new InvalidQuestion(
                    "question_too_long",
                    "The question has " + length + " characters. Shorten it to " + MAX_LENGTH + ".");
        }
        return text;
    }
}

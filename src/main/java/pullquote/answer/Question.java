package pullquote.answer;

import java.util.Map;
import java.util.Optional;
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
        String text = Typed.clean(typed);
        if (text.isEmpty()) {
            throw new InvalidQuestion("empty_question", "The question is empty. Write it in “question”.");
        }
        int length = Typed.length(text);
        if (length > MAX_LENGTH) {
            throw new InvalidQuestion(
                    "question_too_long",
                    "The question has " + length + " characters. Shorten it to " + MAX_LENGTH + ".");
        }
        return text;
    }
}

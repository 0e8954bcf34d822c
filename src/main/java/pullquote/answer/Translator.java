package pullquote.answer;

/** Puts questions into languages of the articles, so that these can be searched and read for readers of others. */
@FunctionalInterface
public interface Translator {
    /** Knows no language but the question's own. */
    Translator NONE = question -> question;

    /**
     * The same question, with what it says in languages of the articles that it may be answered from: none that cannot be
     * told with confidence, and none that it is written in. Never fails.
     */
    Question translated(Question question);
}

package pullquote.query;

/** Puts questions into languages of the articles, so that these can be searched and read for readers of others. */
@FunctionalInterface
public interface QueryTranslator {
    /** Knows no language but the question's own. */
    QueryTranslator NONE = question -> question;

    /**
     * The same question, with what it says in languages of the articles that it may be answered from: none that cannot be
     * told with confidence, and none that it is written in. Never fails.
     */
    Question translate(Question question);
}

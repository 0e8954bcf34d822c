package pullquote.query;

/** Translates questions into the languages of the articles, for readers who write in another language. */
@FunctionalInterface
public interface QueryTranslator {
    /** Translates nothing. */
    QueryTranslator NONE = question -> question;

    /**
     * Returns the question with translations into the languages of the articles it may be answered from. Leaves out the
     * question's own language and unreliable translations. Never fails.
     */
    Question translate(Question question);
}

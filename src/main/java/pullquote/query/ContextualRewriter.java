package pullquote.query;

import java.util.List;

/** Makes of a question that leans on what was said before one that stands alone. */
public interface ContextualRewriter {
    /** Takes every question as it is. */
    ContextualRewriter IDENTITY = (asked, before) -> asked;

    /**
     * The question that is meant, with what the conversation adds to the search for it. Never fails: what cannot be understood better is meant as it was asked.
     *
     * @param before the last exchanges of the same conversation, oldest first, at least one
     */
    Question rewrite(Question asked, List<Turn> before);
}

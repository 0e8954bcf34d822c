package pullquote.conversation;

import java.util.List;
import pullquote.answer.Question;

/** Makes of a question that leans on what was said before one that stands alone. */
public interface Understanding {
    /** Takes every question as it is. */
    Understanding LITERAL = (asked, before) -> asked;

    /**
     * The question that is meant, with what the conversation adds to the search for it. Never fails: what cannot be understood better is meant as it was asked.
     *
     * @param before the last exchanges of the same conversation, oldest first, at least one
     */
    Question standalone(Question asked, List<Exchange> before);
}

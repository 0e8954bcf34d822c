package pullquote.query;

import java.util.List;

/** Rewrites a question that depends on the conversation as a standalone question. */
public interface ContextualRewriter {
    /** Returns every question unchanged. */
    ContextualRewriter IDENTITY = (question, history) -> question;

    /**
     * Returns the standalone question, with words of the conversation to search for. Never fails: a question that
     * cannot be rewritten is returned as it was asked.
     *
     * @param history the last turns of the same conversation, oldest first; at least one
     */
    Question rewrite(Question question, List<Turn> history);
}

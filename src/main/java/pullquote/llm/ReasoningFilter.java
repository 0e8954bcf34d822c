package pullquote.llm;

/**
 * Removes the reasoning between {@code <think>} and {@code </think>}, which some servers include. Reasoning can mention
 * the id of a passage and then reject the passage, so its ids are not citations.
 */
final class ReasoningFilter {
    private static final String OPENING_TAG = "<think>";
    private static final String CLOSING_TAG = "</think>";

    private final StringBuilder buffer = new StringBuilder();
    private boolean inReasoning;
    private boolean finished;

    /** Returns the text of this chunk, and of earlier buffered chunks, without the reasoning. */
    String filter(String chunk) {
        if (finished) {
            return chunk;
        }
        buffer.append(buffer.isEmpty() ? chunk.stripLeading() : chunk);
        if (!inReasoning) {
            if (buffer.length() < OPENING_TAG.length() && OPENING_TAG.startsWith(buffer.toString())) {
                return "";
            }
            inReasoning = buffer.indexOf(OPENING_TAG) == 0;
        }
        int end = inReasoning ? buffer.indexOf(CLOSING_TAG) : -1;
        finished = !inReasoning || end >= 0;
        if (finished) {
            return buffer.substring(inReasoning ? end + CLOSING_TAG.length() : 0);
        }
        // The closing tag can be split across chunks.
        buffer.delete(0, Math.max(0, buffer.length() - CLOSING_TAG.length()));
        return "";
    }
}

package pullquote.llm;

/**
 * Leaves out what a model thinks aloud before it answers, between {@code <think>} and {@code </think>}, where its server
 * does not: the thoughts may weigh a passage, name and all, and come to another end.
 */
final class ReasoningFilter {
    private static final String OPENING_TAG = "<think>";
    private static final String CLOSING_TAG = "</think>";

    private final StringBuilder buffer = new StringBuilder();
    private boolean inReasoning;
    private boolean finished;

    /** What there is to read in the next piece, and in those that were held back before. */
    String filter(String piece) {
        if (finished) {
            return piece;
        }
        buffer.append(buffer.isEmpty() ? piece.stripLeading() : piece);
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
        // The closing tag may come in two pieces.
        buffer.delete(0, Math.max(0, buffer.length() - CLOSING_TAG.length()));
        return "";
    }
}

package pullquote.llm;

/**
 * Leaves out what a model thinks aloud before it answers, between {@code <think>} and {@code </think>}, where its server
 * does not: the thoughts may weigh a passage, name and all, and come to another end.
 */
final class ReasoningFilter {
    private static final String OPENING = "<think>";
    private static final String CLOSING = "</think>";

    private final StringBuilder held = new StringBuilder();
    private boolean thinking;
    private boolean finished;

    /** What there is to read in the next piece, and in those that were held back before. */
    String filter(String piece) {
        if (finished) {
            return piece;
        }
        held.append(held.isEmpty() ? piece.stripLeading() : piece);
        if (!thinking) {
            if (held.length() < OPENING.length() && OPENING.startsWith(held.toString())) {
                return "";
            }
            thinking = held.indexOf(OPENING) == 0;
        }
        int end = thinking ? held.indexOf(CLOSING) : -1;
        finished = !thinking || end >= 0;
        if (finished) {
            return held.substring(thinking ? end + CLOSING.length() : 0);
        }
        // The closing tag may come in two pieces.
        held.delete(0, Math.max(0, held.length() - CLOSING.length()));
        return "";
    }
}

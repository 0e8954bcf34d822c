package pullquote.answer;

import java.util.List;

/**
 * A sentence as its writer offers it, not yet proved.
 *
 * @param text what the reader would see, without marks
 * @param evidence what the writer says it rests on; may be wrong, may be empty
 */
public record Draft(String text, List<Evidence> evidence) {
    public Draft {
        evidence = List.copyOf(evidence);
    }
}

package pullquote.answer;

import java.util.List;

/** A sentence that has passed {@link Proof}, with the evidence that carries it. Only a {@link Proof} makes one. */
public final class Proved {
    private final String text;
    private final List<Evidence> evidence;

    public Proved(String text, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing proves: " + text);
        }
        this.text = text;
        this.evidence = List.copyOf(evidence);
    }

    public String text() {
        return text;
    }

    public List<Evidence> evidence() {
        return evidence;
    }
}

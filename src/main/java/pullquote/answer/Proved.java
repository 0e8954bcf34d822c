package pullquote.answer;

import java.util.List;

/** A sentence that has passed {@link Proof}, with the evidence that carries it. Only {@link Proof} makes one. */
final class Proved {
    private final String text;
    private final List<Evidence> evidence;

    Proved(String text, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing proves: " + text);
        }
        this.text = text;
        this.evidence = List.copyOf(evidence);
    }

    String text() {
        return text;
    }

    List<Evidence> evidence() {
        return evidence;
    }
}

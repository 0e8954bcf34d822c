package pullquote.answer;

import java.util.List;
import pullquote.language.Languages;

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

    /** Whether it is in another language than what proves it. */
    public boolean isTranslation() {
        String language = evidence.get(0).article().about().language();
        return evidence.stream().noneMatch(one -> one.quote().equals(text))
                && !Languages.guess(text, language).equals(language);
    }

    public String text() {
        return text;
    }

    public List<Evidence> evidence() {
        return evidence;
    }
}

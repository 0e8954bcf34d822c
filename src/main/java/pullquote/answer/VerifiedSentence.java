package pullquote.answer;

import java.util.List;
import pullquote.text.LanguageDetector;

/** A sentence that has passed {@link Verifier}, with the evidence that carries it. Only a {@link Verifier} makes one. */
public final class VerifiedSentence {
    private final String text;
    private final List<Evidence> evidence;

    public VerifiedSentence(String text, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("nothing proves: " + text);
        }
        this.text = text;
        this.evidence = List.copyOf(evidence);
    }

    /** Whether it is in another language than what proves it. */
    public boolean isTranslated() {
        String language = evidence.get(0).article().frontMatter().language();
        return evidence.stream().noneMatch(one -> one.quote().equals(text))
                && !LanguageDetector.detect(text, language).equals(language);
    }

    public String text() {
        return text;
    }

    public List<Evidence> evidence() {
        return evidence;
    }
}

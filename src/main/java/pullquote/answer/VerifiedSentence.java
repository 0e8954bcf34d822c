package pullquote.answer;

import java.util.List;
import pullquote.text.LanguageDetector;

/** Represents a sentence accepted by a {@link Verifier}, with its evidence. Only verifiers create instances. */
public final class VerifiedSentence {
    private final String text;
    private final List<Evidence> evidence;

    public VerifiedSentence(String text, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("sentence without evidence: " + text);
        }
        this.text = text;
        this.evidence = List.copyOf(evidence);
    }

    /** Returns how it was verified. */
    public Support support() {
        return evidence.stream().anyMatch(one -> one.quote().equals(text)) ? Support.VERBATIM : Support.CHECKED;
    }

    /** Returns true if the sentence is in another language than its evidence. */
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

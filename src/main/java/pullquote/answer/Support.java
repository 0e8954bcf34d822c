package pullquote.answer;

import java.util.Locale;

/** How a sentence of an answer was verified. */
public enum Support {
    /** The sentence is the article's own, character by character. */
    VERBATIM,
    /** Checks in this process found the sentence supported by its citations. */
    CHECKED;

    /** Returns the name in the API, for example {@code verbatim}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

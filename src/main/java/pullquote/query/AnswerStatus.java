package pullquote.query;

import java.util.Locale;

/** What came of a question. */
public enum AnswerStatus {
    /** Sentences that are all proved. */
    ANSWERED,
    /** The articles do not say. */
    NOT_FOUND,
    /** A greeting, thanks, a question about us or about an article as a thing: what is said rests on no article. */
    CHAT;

    /** Its name in the API, such as {@code not_found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package pullquote.query;

import java.util.Locale;

/** Describes the outcome of a question. */
public enum AnswerStatus {
    /** The answer consists of verified sentences. */
    ANSWERED,
    /** No answer was found in the articles. */
    NOT_FOUND,
    /** The question was small talk or about the bot or an article as such, so the reply cites no article. */
    CHAT;

    /** Returns its name in the API, for example {@code not_found}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

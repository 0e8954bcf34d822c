package pullquote.query;

import java.util.Locale;

/** Explains why a question has no answer. */
public enum NoAnswerReason {
    /** The question is on the topic of the articles, but no answer was found. */
    NOT_IN_ARTICLES,
    /** The question is about something other than the articles. */
    OFF_TOPIC,
    /** The question asks about a time after the articles were published. */
    AFTER_PUBLICATION,
    /** No articles are loaded. */
    NOTHING_LOADED,
    /** No article is in the question's language, and the translation was not reliable enough to answer from others. */
    UNSUPPORTED_LANGUAGE;

    /** Returns its name in the API, for example {@code off_topic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

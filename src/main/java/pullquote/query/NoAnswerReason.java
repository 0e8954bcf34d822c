package pullquote.query;

import java.util.Locale;

/** Why there is no answer. */
public enum NoAnswerReason {
    /** It is about what the articles are about, and they do not say. */
    NOT_IN_ARTICLES,
    /** The articles are about other things. */
    OFF_TOPIC,
    /** It asks about a time after the articles were published. */
    AFTER_PUBLICATION,
    /** There are no articles. */
    NOTHING_LOADED,
    /** No article is in the question's language, and it was not understood well enough to answer from others. */
    UNSUPPORTED_LANGUAGE;

    /** Its name in the API, such as {@code off_topic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

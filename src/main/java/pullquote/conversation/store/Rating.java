package pullquote.conversation.store;

import java.util.Locale;

/** A user's rating of an answer. */
public enum Rating {
    UP,
    DOWN;

    /** Returns the name in the API, such as {@code up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package pullquote.conversation.store;

import java.util.Locale;

/** A reader's thumb. */
public enum Rating {
    UP,
    DOWN;

    /** Its name in the API, such as {@code up}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

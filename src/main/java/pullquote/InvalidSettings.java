package pullquote;

/** Thrown if settings are invalid. The message is one line that names each invalid setting and how to fix it. */
final class InvalidSettings extends IllegalArgumentException {
    InvalidSettings(String message) {
        super(message);
    }
}

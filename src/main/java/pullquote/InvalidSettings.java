package pullquote;

/** Settings that the server cannot start with. The message is one line that names every bad one and its remedy. */
final class InvalidSettings extends IllegalArgumentException {
    InvalidSettings(String message) {
        super(message);
    }
}

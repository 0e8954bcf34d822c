package pullquote.channel.telegram;

/** A message that did not get there, and will not. */
final class DeliveryException extends Exception {
    /** Why. */
    enum Kind {
        /** Nobody is there any more: the bot is blocked, or the chat is gone. */
        BLOCKED,
        /** Telegram does not want it as it is. */
        REFUSED,
        /** Telegram is not to be reached, or wants to hear nothing for too long. */
        UNREACHABLE
    }

    private final Kind kind;

    DeliveryException(Kind kind, String why) {
        super(why, null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}

package pullquote.channel.telegram;

/** Reports that a message could not be delivered and will not be retried. */
final class DeliveryException extends Exception {
    /** Classifies the reason. */
    enum Reason {
        /** The user blocked the bot, or the chat no longer exists. */
        BLOCKED,
        /** Telegram rejected the content of the message. */
        REJECTED,
        /** Telegram cannot be reached, or requires too long a pause. */
        UNREACHABLE
    }

    private final Reason reason;

    DeliveryException(Reason kind, String message) {
        super(message, null, false, false);
        this.reason = kind;
    }

    Reason reason() {
        return reason;
    }
}

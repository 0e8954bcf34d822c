package pullquote.conversation;

/** Other questions of the same conversation are still being answered, and this one could not wait any longer. */
public final class ConversationBusyException extends RuntimeException {
    ConversationBusyException() {
        super("other questions of this conversation are still being answered", null, false, false);
    }
}

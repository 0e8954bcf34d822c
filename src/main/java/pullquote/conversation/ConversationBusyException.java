package pullquote.conversation;

/** Thrown if a question cannot wait for the others of its conversation: too many are waiting, or it waited too long. */
public final class ConversationBusyException extends RuntimeException {
    ConversationBusyException() {
        super("other questions of this conversation are still being answered", null, false, false);
    }
}

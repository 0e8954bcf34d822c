package pullquote.conversation;

class ShortMailboxTest extends MailboxContract {
    @Override
    protected Mailbox empty() {
        return new ShortMailbox();
    }
}

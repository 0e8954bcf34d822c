package pullquote.channel.telegram.inbox;

class InMemoryInboxTest extends UpdateInboxContract {
    @Override
    protected UpdateInbox createInbox() {
        return new InMemoryInbox();
    }
}

package pullquote.conversation.store;

class InMemoryConversationStoreTest extends ConversationStoreContract {
    @Override
    protected ConversationStore createStore() {
        return new InMemoryConversationStore(CAPACITY);
    }
}

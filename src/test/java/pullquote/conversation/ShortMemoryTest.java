package pullquote.conversation;

class ShortMemoryTest extends MemoryContract {
    @Override
    protected Memory empty() {
        return new ShortMemory(MOST);
    }
}

package pullquote.channel.telegram.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Stores updates and notes in memory, until the process ends. */
public final class InMemoryInbox implements UpdateInbox {
    /** Holds an item. Once done, the item has an empty body. */
    private record StoredItem(InboxItem item, boolean isDone) {}

    private record NoteKey(String channel, String name) {}

    private record Note(String value, Instant expiresAt) {}

    private final Map<String, TreeMap<Long, StoredItem>> itemsByChannel = new HashMap<>();
    private final Map<NoteKey, Note> notes = new HashMap<>();

    @Override
    public synchronized boolean add(InboxItem item) {
        return itemsOf(item.channel()).putIfAbsent(item.id(), new StoredItem(item, false)) == null;
    }

    @Override
    public synchronized void markDone(String channel, long id) {
        itemsOf(channel)
                .computeIfPresent(
                        id,
                        (key, stored) ->
                                new StoredItem(new InboxItem(channel, id, "", stored.item.receivedAt()), true));
    }

    @Override
    public synchronized List<InboxItem> pending(String channel) {
        return itemsOf(channel).values().stream()
                .filter(stored -> !stored.isDone)
                .map(StoredItem::item)
                .toList();
    }

    @Override
    public synchronized Optional<String> findNote(String channel, String name) {
        return Optional.ofNullable(notes.get(new NoteKey(channel, name))).map(Note::value);
    }

    @Override
    public synchronized void saveNote(String channel, String name, String value, Instant expiresAt) {
        notes.put(new NoteKey(channel, name), new Note(value, expiresAt));
    }

    @Override
    public synchronized void deleteExpired(Instant receivedBefore, Instant now) {
        itemsByChannel
                .values()
                .forEach(items -> items.values()
                        .removeIf(stored -> stored.item.receivedAt().isBefore(receivedBefore)));
        notes.values().removeIf(note -> note.expiresAt.isBefore(now));
    }

    private Map<Long, StoredItem> itemsOf(String channel) {
        return itemsByChannel.computeIfAbsent(channel, c -> new TreeMap<>());
    }
}

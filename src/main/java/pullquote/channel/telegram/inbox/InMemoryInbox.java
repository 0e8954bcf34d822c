package pullquote.channel.telegram.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps as long as the process runs. */
public final class InMemoryInbox implements UpdateInbox {
    /** A letter, or what is left of it. */
    private record StoredItem(InboxItem item, boolean isDone) {}

    private record NoteKey(String channel, String name) {}

    private record Note(String value, Instant expiresAt) {}

    private final Map<String, TreeMap<Long, StoredItem>> itemsByChannel = new HashMap<>();
    private final Map<NoteKey, Note> notes = new HashMap<>();

    @Override
    public synchronized boolean add(InboxItem letter) {
        return itemsOf(letter.channel()).putIfAbsent(letter.id(), new StoredItem(letter, false)) == null;
    }

    @Override
    public synchronized void markDone(String channel, long id) {
        itemsOf(channel)
                .computeIfPresent(
                        id,
                        (key, kept) -> new StoredItem(new InboxItem(channel, id, "", kept.item.receivedAt()), true));
    }

    @Override
    public synchronized List<InboxItem> pending(String channel) {
        return itemsOf(channel).values().stream()
                .filter(kept -> !kept.isDone)
                .map(StoredItem::item)
                .toList();
    }

    @Override
    public synchronized Optional<String> note(String channel, String name) {
        return Optional.ofNullable(notes.get(new NoteKey(channel, name))).map(Note::value);
    }

    @Override
    public synchronized void note(String channel, String name, String words, Instant until) {
        notes.put(new NoteKey(channel, name), new Note(words, until));
    }

    @Override
    public synchronized void deleteExpired(Instant lettersBefore, Instant now) {
        itemsByChannel
                .values()
                .forEach(all ->
                        all.values().removeIf(kept -> kept.item.receivedAt().isBefore(lettersBefore)));
        notes.values().removeIf(note -> note.expiresAt.isBefore(now));
    }

    private Map<Long, StoredItem> itemsOf(String channel) {
        return itemsByChannel.computeIfAbsent(channel, c -> new TreeMap<>());
    }
}

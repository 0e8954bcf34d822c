package pullquote.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps as long as the process runs. */
public final class ShortMailbox implements Mailbox {
    /** A letter, or what is left of it. */
    private record Kept(Letter letter, boolean isDone) {}

    private record Place(String channel, String name) {}

    private record Note(String words, Instant until) {}

    private final Map<String, TreeMap<Long, Kept>> letters = new HashMap<>();
    private final Map<Place, Note> notes = new HashMap<>();

    @Override
    public synchronized boolean keep(Letter letter) {
        return of(letter.channel()).putIfAbsent(letter.id(), new Kept(letter, false)) == null;
    }

    @Override
    public synchronized void done(String channel, long id) {
        of(channel).computeIfPresent(id, (key, kept) -> new Kept(new Letter(channel, id, "", kept.letter.at()), true));
    }

    @Override
    public synchronized List<Letter> waiting(String channel) {
        return of(channel).values().stream()
                .filter(kept -> !kept.isDone)
                .map(Kept::letter)
                .toList();
    }

    @Override
    public synchronized Optional<String> note(String channel, String name) {
        return Optional.ofNullable(notes.get(new Place(channel, name))).map(Note::words);
    }

    @Override
    public synchronized void note(String channel, String name, String words, Instant until) {
        notes.put(new Place(channel, name), new Note(words, until));
    }

    @Override
    public synchronized void forget(Instant lettersBefore, Instant now) {
        letters.values()
                .forEach(all -> all.values().removeIf(kept -> kept.letter.at().isBefore(lettersBefore)));
        notes.values().removeIf(note -> note.until.isBefore(now));
    }

    private Map<Long, Kept> of(String channel) {
        return letters.computeIfAbsent(channel, c -> new TreeMap<>());
    }
}

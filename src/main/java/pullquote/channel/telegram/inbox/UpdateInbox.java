package pullquote.channel.telegram.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.conversation.store.StoreException;

/**
 * Stores the incoming updates of a messaging channel until they are processed, and notes about its chats. An update
 * that is delivered twice is stored once. In a persistent inbox, this also holds across restarts.
 */
public interface UpdateInbox {
    /**
     * Stores an item unless its id is already known.
     *
     * @return true if the item is new
     * @throws StoreException if the item could not be stored
     */
    boolean add(InboxItem item);

    /**
     * Marks an item as done. Deletes its body but keeps its id, to detect duplicates.
     *
     * @throws StoreException if the change could not be stored
     */
    void markDone(String channel, long id);

    /**
     * Returns the items that are not done, ordered by id.
     *
     * @throws StoreException if the items could not be read
     */
    List<InboxItem> pending(String channel);

    /**
     * Returns the note with this name.
     *
     * @throws StoreException if the note could not be read
     */
    Optional<String> findNote(String channel, String name);

    /**
     * Stores a note. Replaces an earlier note with the same name.
     *
     * @param expiresAt time after which the note may be deleted
     * @throws StoreException if the note could not be stored
     */
    void saveNote(String channel, String name, String value, Instant expiresAt);

    /**
     * Deletes items received before a time, done or not, and expired notes.
     *
     * @param receivedBefore items received earlier are deleted
     * @param now notes that expired earlier are deleted
     * @throws StoreException if they could not be deleted
     */
    void deleteExpired(Instant receivedBefore, Instant now);
}

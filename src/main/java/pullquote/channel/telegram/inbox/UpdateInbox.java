package pullquote.channel.telegram.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.conversation.store.StoreException;

/**
 * What a door keeps that is written to and writes back in its own time, as messengers do: what came in and is not yet
 * answered, and a few notes about who it writes with. A letter that is sent twice is kept once, also if there was a
 * restart in between.
 */
public interface UpdateInbox {
    /**
     * Keeps a letter, unless it was kept before.
     *
     * @return whether it is new
     * @throws StoreException if it is not kept
     */
    boolean add(InboxItem letter);

    /**
     * Nothing is left to be done about it. It will still be known, but its words are forgotten.
     *
     * @throws StoreException if that is not kept
     */
    void markDone(String channel, long id);

    /**
     * What is not yet done, by its number.
     *
     * @throws StoreException if nobody can tell
     */
    List<InboxItem> pending(String channel);

    /**
     * What was noted under that name.
     *
     * @throws StoreException if nobody can tell
     */
    Optional<String> note(String channel, String name);

    /**
     * Notes it, in place of what was noted before.
     *
     * @param until it may be forgotten afterwards
     * @throws StoreException if it is not kept
     */
    void note(String channel, String name, String words, Instant until);

    /**
     * Forgets letters from before then, done or not, and notes that could be forgotten by now.
     *
     * @throws StoreException if they are not forgotten
     */
    void deleteExpired(Instant lettersBefore, Instant now);
}

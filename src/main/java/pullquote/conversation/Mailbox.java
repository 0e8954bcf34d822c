package pullquote.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a door keeps that is written to and writes back in its own time, as messengers do: what came in and is not yet
 * answered, and a few notes about who it writes with. A letter that is sent twice is kept once, also if there was a
 * restart in between.
 */
public interface Mailbox {
    /**
     * Keeps a letter, unless it was kept before.
     *
     * @return whether it is new
     * @throws MemoryFailure if it is not kept
     */
    boolean keep(Letter letter);

    /**
     * Nothing is left to be done about it. It will still be known, but its words are forgotten.
     *
     * @throws MemoryFailure if that is not kept
     */
    void done(String channel, long id);

    /**
     * What is not yet done, by its number.
     *
     * @throws MemoryFailure if nobody can tell
     */
    List<Letter> waiting(String channel);

    /**
     * What was noted under that name.
     *
     * @throws MemoryFailure if nobody can tell
     */
    Optional<String> note(String channel, String name);

    /**
     * Notes it, in place of what was noted before.
     *
     * @param until it may be forgotten afterwards
     * @throws MemoryFailure if it is not kept
     */
    void note(String channel, String name, String words, Instant until);

    /**
     * Forgets letters from before then, done or not, and notes that could be forgotten by now.
     *
     * @throws MemoryFailure if they are not forgotten
     */
    void forget(Instant lettersBefore, Instant now);
}

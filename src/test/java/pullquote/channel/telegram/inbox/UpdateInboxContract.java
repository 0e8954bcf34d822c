package pullquote.channel.telegram.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the behavior that every {@link UpdateInbox} must have. */
public abstract class UpdateInboxContract {
    private static final InboxItem ITEM = new InboxItem("telegram", 1L << 40, "{\"text\":\"Кто? 🫖 'x'\"}", NOON);

    protected UpdateInbox inbox;

    protected abstract UpdateInbox createInbox() throws Exception;

    @BeforeEach
    void open() throws Exception {
        inbox = createInbox();
    }

    @Test
    void keeps_an_item_unchanged_until_it_is_done() {
        assertThat(inbox.add(ITEM)).isTrue();
        assertThat(inbox.pending("telegram")).containsExactly(ITEM);

        inbox.markDone("telegram", ITEM.id());

        assertThat(inbox.pending("telegram")).isEmpty();
    }

    @Test
    void recognizes_a_duplicate_whether_done_or_pending() {
        inbox.add(ITEM);
        assertThat(inbox.add(ITEM)).isFalse();

        inbox.markDone("telegram", ITEM.id());
        assertThat(inbox.add(ITEM)).isFalse();
        assertThat(inbox.pending("telegram")).isEmpty();
    }

    @Test
    void accepts_only_one_of_ten_concurrent_duplicates() throws Exception {
        var senders = Executors.newFixedThreadPool(10);
        Callable<Boolean> send = () -> inbox.add(ITEM);
        var results =
                senders.invokeAll(IntStream.range(0, 10).mapToObj(i -> send).toList());

        int added = 0;
        for (var result : results) {
            added += result.get() ? 1 : 0;
        }
        assertThat(added).isEqualTo(1);
        senders.shutdown();
    }

    @Test
    void returns_pending_items_ordered_by_id() {
        for (long id : new long[] {3, 1, 2}) {
            inbox.add(new InboxItem("telegram", id, "{}", NOON));
        }

        assertThat(inbox.pending("telegram")).extracting(InboxItem::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void keeps_channels_separate() {
        inbox.add(ITEM);
        inbox.saveNote("telegram", "chat:1", "ru", NOON.plusSeconds(1));

        assertThat(inbox.pending("pigeon")).isEmpty();
        assertThat(inbox.add(new InboxItem("pigeon", ITEM.id(), "{}", NOON))).isTrue();
        assertThat(inbox.findNote("pigeon", "chat:1")).isEmpty();
    }

    @Test
    void returns_the_latest_note_for_a_name() {
        assertThat(inbox.findNote("telegram", "chat:1")).isEmpty();

        inbox.saveNote("telegram", "chat:1", "ru", NOON.plusSeconds(1));
        inbox.saveNote("telegram", "chat:1", "қазақша", NOON.plusSeconds(1));

        assertThat(inbox.findNote("telegram", "chat:1")).contains("қазақша");
    }

    @Test
    void deletes_old_items_and_expired_notes() {
        inbox.add(ITEM);
        inbox.saveNote("telegram", "chat:1", "ru", NOON);

        inbox.deleteExpired(NOON, NOON);
        assertThat(inbox.pending("telegram")).hasSize(1);
        assertThat(inbox.findNote("telegram", "chat:1")).isPresent();

        inbox.deleteExpired(NOON.plusMillis(1), NOON.plusMillis(1));
        assertThat(inbox.pending("telegram")).isEmpty();
        assertThat(inbox.findNote("telegram", "chat:1")).isEmpty();
        assertThat(inbox.add(ITEM)).isTrue();
    }
}

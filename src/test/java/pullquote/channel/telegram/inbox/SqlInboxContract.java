package pullquote.channel.telegram.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseAddress;

/** Tests the additional behavior of an inbox that survives a restart. */
abstract class SqlInboxContract extends UpdateInboxContract {
    private Database database;

    abstract DatabaseAddress address() throws Exception;

    @Override
    protected UpdateInbox createInbox() throws Exception {
        database = Database.open(address());
        return new SqlInbox(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void keeps_items_and_notes_across_a_restart() throws Exception {
        var done = new InboxItem("telegram", 1, "{}", NOON);
        var pending = new InboxItem("telegram", 2, "{\"a\":1}", NOON);
        inbox.add(done);
        inbox.add(pending);
        inbox.markDone("telegram", 1);
        inbox.saveNote("telegram", "chat:1", "ru", NOON);
        database.close();
        database = Database.open(reopenedAddress());
        var restarted = new SqlInbox(database);

        assertThat(restarted.pending("telegram")).containsExactly(pending);
        assertThat(restarted.add(done)).isFalse();
        assertThat(restarted.findNote("telegram", "chat:1")).contains("ru");
    }

    /** Returns the address of the same database, to open it again. */
    abstract DatabaseAddress reopenedAddress();
}

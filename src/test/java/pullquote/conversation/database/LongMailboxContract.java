package pullquote.conversation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.Chat.NOON;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pullquote.conversation.Letter;
import pullquote.conversation.Mailbox;
import pullquote.conversation.MailboxContract;

/** What a mailbox promises besides if it outlasts the process. */
abstract class LongMailboxContract extends MailboxContract {
    private Database database;

    abstract DatabaseAddress address() throws Exception;

    @Override
    protected Mailbox empty() throws Exception {
        database = Database.open(address());
        return new LongMailbox(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void knows_after_a_restart_what_came_before_it() throws Exception {
        var done = new Letter("telegram", 1, "{}", NOON);
        var waiting = new Letter("telegram", 2, "{\"a\":1}", NOON);
        mailbox.keep(done);
        mailbox.keep(waiting);
        mailbox.done("telegram", 1);
        mailbox.note("telegram", "chat:1", "ru", NOON);
        database.close();
        database = Database.open(reopened());
        var restarted = new LongMailbox(database);

        assertThat(restarted.waiting("telegram")).containsExactly(waiting);
        assertThat(restarted.keep(done)).isFalse();
        assertThat(restarted.note("telegram", "chat:1")).contains("ru");
    }

    /** The same address once more. */
    abstract DatabaseAddress reopened();
}

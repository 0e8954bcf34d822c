package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.conversation.Chat.NOON;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Mailbox} promises. */
public abstract class MailboxContract {
    private static final Letter LETTER = new Letter("telegram", 1L << 40, "{\"text\":\"Кто? 🫖 'x'\"}", NOON);

    protected Mailbox mailbox;

    protected abstract Mailbox empty() throws Exception;

    @BeforeEach
    void open() throws Exception {
        mailbox = empty();
    }

    @Test
    void keeps_a_letter_to_the_character_until_it_is_done() {
        assertThat(mailbox.keep(LETTER)).isTrue();
        assertThat(mailbox.waiting("telegram")).containsExactly(LETTER);

        mailbox.done("telegram", LETTER.id());

        assertThat(mailbox.waiting("telegram")).isEmpty();
    }

    @Test
    void knows_a_letter_again_whether_it_is_done_or_not() {
        mailbox.keep(LETTER);
        assertThat(mailbox.keep(LETTER)).isFalse();

        mailbox.done("telegram", LETTER.id());
        assertThat(mailbox.keep(LETTER)).isFalse();
        assertThat(mailbox.waiting("telegram")).isEmpty();
    }

    @Test
    void takes_a_letter_that_comes_ten_times_at_once_for_one() throws Exception {
        var senders = Executors.newFixedThreadPool(10);
        Callable<Boolean> send = () -> mailbox.keep(LETTER);
        var taken = senders.invokeAll(IntStream.range(0, 10).mapToObj(i -> send).toList());

        int news = 0;
        for (var one : taken) {
            news += one.get() ? 1 : 0;
        }
        assertThat(news).isEqualTo(1);
        senders.shutdown();
    }

    @Test
    void puts_waiting_letters_into_the_order_of_their_numbers() {
        for (long id : new long[] {3, 1, 2}) {
            mailbox.keep(new Letter("telegram", id, "{}", NOON));
        }

        assertThat(mailbox.waiting("telegram")).extracting(Letter::id).containsExactly(1L, 2L, 3L);
    }

    @Test
    void keeps_the_channels_apart() {
        mailbox.keep(LETTER);
        mailbox.note("telegram", "chat:1", "ru", NOON.plusSeconds(1));

        assertThat(mailbox.waiting("pigeon")).isEmpty();
        assertThat(mailbox.keep(new Letter("pigeon", LETTER.id(), "{}", NOON))).isTrue();
        assertThat(mailbox.note("pigeon", "chat:1")).isEmpty();
    }

    @Test
    void has_the_last_note_of_a_name() {
        assertThat(mailbox.note("telegram", "chat:1")).isEmpty();

        mailbox.note("telegram", "chat:1", "ru", NOON.plusSeconds(1));
        mailbox.note("telegram", "chat:1", "қазақша", NOON.plusSeconds(1));

        assertThat(mailbox.note("telegram", "chat:1")).contains("қазақша");
    }

    @Test
    void forgets_old_letters_and_notes_whose_time_is_over() {
        mailbox.keep(LETTER);
        mailbox.note("telegram", "chat:1", "ru", NOON);

        mailbox.forget(NOON, NOON);
        assertThat(mailbox.waiting("telegram")).hasSize(1);
        assertThat(mailbox.note("telegram", "chat:1")).isPresent();

        mailbox.forget(NOON.plusMillis(1), NOON.plusMillis(1));
        assertThat(mailbox.waiting("telegram")).isEmpty();
        assertThat(mailbox.note("telegram", "chat:1")).isEmpty();
        assertThat(mailbox.keep(LETTER)).isTrue();
    }
}

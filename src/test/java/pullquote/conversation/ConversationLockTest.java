package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pullquote.answer.AnswerListener;
import pullquote.conversation.store.ConversationFixtures;
import pullquote.conversation.store.ConversationKey;

/** One question at a time in a conversation. */
@Tag("H16")
class ConversationLockTest {
    private final ConversationKey conversation = ConversationFixtures.newKey();

    @Test
    void conversations_do_not_block_each_other() {
        var turns = new ConversationLock(Duration.ZERO);
        try (var one = turns.acquire(conversation, AnswerListener.NO_OP);
                var other = turns.acquire(ConversationFixtures.newKey(), AnswerListener.NO_OP)) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void a_timed_out_question_is_rejected_and_does_not_block_others() {
        var turns = new ConversationLock(Duration.ofMillis(1));
        try (var first = turns.acquire(conversation, AnswerListener.NO_OP)) {
            assertThatThrownBy(() -> turns.acquire(conversation, AnswerListener.NO_OP))
                    .isInstanceOf(ConversationBusyException.class);
            assertThat(first).isNotNull();
        }
        try (var next = turns.acquire(conversation, AnswerListener.NO_OP)) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void a_cancelled_question_stops_waiting() {
        var turns = new ConversationLock(Duration.ofHours(1));
        AnswerListener gone = new AnswerListener() {
            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        try (var first = turns.acquire(conversation, AnswerListener.NO_OP)) {
            assertThatThrownBy(() -> turns.acquire(conversation, gone)).isInstanceOf(ConversationBusyException.class);
            assertThat(first).isNotNull();
        }
    }
}

package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pullquote.answer.AnswerListener;

/** One question at a time in a conversation. */
@Tag("H16")
class TurnsTest {
    private final Conversation conversation = Chat.conversation();

    @Test
    void nobody_waits_for_another_conversation() {
        var turns = new Turns(Duration.ZERO);
        try (var one = turns.take(conversation, AnswerListener.NONE);
                var other = turns.take(Chat.conversation(), AnswerListener.NONE)) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void who_waits_too_long_is_told_and_is_in_nobodys_way() {
        var turns = new Turns(Duration.ofMillis(1));
        try (var first = turns.take(conversation, AnswerListener.NONE)) {
            assertThatThrownBy(() -> turns.take(conversation, AnswerListener.NONE))
                    .isInstanceOf(ConversationBusy.class);
            assertThat(first).isNotNull();
        }
        try (var next = turns.take(conversation, AnswerListener.NONE)) {
            assertThat(next).isNotNull();
        }
    }

    @Test
    void who_has_gone_does_not_wait() {
        var turns = new Turns(Duration.ofHours(1));
        AnswerListener gone = new AnswerListener() {
            @Override
            public boolean isGone() {
                return true;
            }
        };
        try (var first = turns.take(conversation, AnswerListener.NONE)) {
            assertThatThrownBy(() -> turns.take(conversation, gone)).isInstanceOf(ConversationBusy.class);
            assertThat(first).isNotNull();
        }
    }
}

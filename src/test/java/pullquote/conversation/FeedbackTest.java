package pullquote.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pullquote.conversation.Chat.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    @Test
    void a_comment_is_cleaned_and_one_of_nothing_is_none() {
        assertThat(saying(" No:\n\tit was \u202EMonday\0 ").comment()).contains("No: it was Monday");
        assertThat(saying(" \u200B\n").comment()).isEmpty();
    }

    @Test
    void a_comment_has_at_most_a_thousand_characters() {
        assertThat(saying("🫖".repeat(1_000)).comment()).isPresent();
        assertThatThrownBy(() -> saying("🫖".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Feedback saying(String comment) {
        return new Feedback("api", "0", Rating.DOWN, Optional.of(comment), NOON);
    }
}

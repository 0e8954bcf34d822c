package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedbackTest {
    @Test
    void cleans_the_comment_and_drops_an_empty_one() {
        assertThat(feedbackWithComment(" No:\n\tit was \u202EMonday\0 ").comment())
                .contains("No: it was Monday");
        assertThat(feedbackWithComment(" \u200B\n").comment()).isEmpty();
    }

    @Test
    void limits_the_comment_to_a_thousand_characters() {
        assertThat(feedbackWithComment("🫖".repeat(1_000)).comment()).isPresent();
        assertThatThrownBy(() -> feedbackWithComment("🫖".repeat(1_001))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Feedback feedbackWithComment(String comment) {
        return new Feedback("api", "0", Rating.DOWN, Optional.of(comment), NOON);
    }
}

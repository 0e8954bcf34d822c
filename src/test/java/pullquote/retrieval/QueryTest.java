package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void expansion_weights_are_above_0_and_at_most_1(double weight) {
        assertThatThrownBy(() -> new Query("Who?", Map.of("tea", weight), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a word counts more than 0 and at most 1, not as in {tea=" + weight + "}");
    }

    @Test
    void has_no_expansion_by_default() {
        assertThat(new Query("Who?").expansion()).isEmpty();
    }
}

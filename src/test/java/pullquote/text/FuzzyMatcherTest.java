package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyMatcherTest {
    @ParameterizedTest
    @CsvSource({
        "almaty, almatty, a letter too many",
        "almaty, almty, one missing",
        "almaty, almoty, one wrong",
        "almaty, alamty, two swapped",
        "almaty, alamty, one slip in a short word",
        "tokayev, tokaev, one in a long word",
        "nazarbayev, nazarbaevv, two in a longer word",
        "nazarbayev, nzaarbayve, two pairs swapped",
        "kazakhstan, kazahstn, two missing",
        "токаев, такаев, Cyrillic as well",
        "australia, australian, the same beginning",
        "almaty, almaty, no slip at all",
    })
    void matches_misspellings(String right, String written, String slip) {
        assertThat(FuzzyMatcher.matches(written, Set.of(right))).as(slip).isTrue();
        assertThat(FuzzyMatcher.matches(right, Set.of(written))).as(slip).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "almaty, olmaty, another first letter",
        "almaty, altmay, two pairs swapped in six letters",
        "almaty, alamyt, two pairs swapped in six letters",
        "iran, iraq, four letters",
        "austria, australia, two slips in seven letters",
        "tokayev, tkoyaevv, two slips in seven letters",
        "nazarbayev, nzaarbaeyvv, three slips",
        "tokayev, nazarbayev, another name",
        "kok, koks, a word of three letters",
        "kok, kak, a word of three letters",
        "usa, use, a word of three letters",
        "omar, omarova, four letters alike are not five",
        "мост, тост, another first letter in Cyrillic",
    })
    void does_not_match_different_words(String right, String written, String slip) {
        assertThat(FuzzyMatcher.matches(written, Set.of(right))).as(slip).isFalse();
        assertThat(FuzzyMatcher.matches(right, Set.of(written))).as(slip).isFalse();
    }

    @Test
    void matches_any_of_several_words() {
        assertThat(FuzzyMatcher.matches("brigde", List.of("tea", "", "bridge", "river")))
                .isTrue();
        assertThat(FuzzyMatcher.matches("brigde", List.of("tea", "", "river"))).isFalse();
        assertThat(FuzzyMatcher.matches("brigde", List.of())).isFalse();
    }
}

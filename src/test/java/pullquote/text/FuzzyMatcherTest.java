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
        "almaty, almatty, one extra letter",
        "almaty, almty, one missing letter",
        "almaty, almoty, one wrong letter",
        "almaty, alamty, two swapped letters",
        "almaty, alamty, one edit in a short word",
        "tokayev, tokaev, one edit in a long word",
        "nazarbayev, nazarbaevv, two edits in a longer word",
        "nazarbayev, nzaarbayve, two pairs swapped",
        "kazakhstan, kazahstn, two missing letters",
        "токаев, такаев, Cyrillic letters",
        "australia, australian, the same beginning",
        "almaty, almaty, no edit",
    })
    void matches_misspellings(String correct, String misspelled, String description) {
        assertThat(FuzzyMatcher.matches(misspelled, Set.of(correct)))
                .as(description)
                .isTrue();
        assertThat(FuzzyMatcher.matches(correct, Set.of(misspelled)))
                .as(description)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "almaty, olmaty, another first letter",
        "almaty, altmay, two pairs swapped in six letters",
        "almaty, alamyt, two pairs swapped in six letters",
        "iran, iraq, four letters",
        "austria, australia, two edits in seven letters",
        "tokayev, tkoyaevv, two edits in seven letters",
        "nazarbayev, nzaarbaeyvv, three edits",
        "tokayev, nazarbayev, another name",
        "kok, koks, a word of three letters",
        "kok, kak, a word of three letters",
        "usa, use, a word of three letters",
        "omar, omarova, a common prefix of only four letters",
        "мост, тост, another first letter in Cyrillic",
    })
    void does_not_match_different_words(String correct, String misspelled, String description) {
        assertThat(FuzzyMatcher.matches(misspelled, Set.of(correct)))
                .as(description)
                .isFalse();
        assertThat(FuzzyMatcher.matches(correct, Set.of(misspelled)))
                .as(description)
                .isFalse();
    }

    @Test
    void matches_any_of_several_words() {
        assertThat(FuzzyMatcher.matches("brigde", List.of("tea", "", "bridge", "river")))
                .isTrue();
        assertThat(FuzzyMatcher.matches("brigde", List.of("tea", "", "river"))).isFalse();
        assertThat(FuzzyMatcher.matches("brigde", List.of())).isFalse();
    }
}

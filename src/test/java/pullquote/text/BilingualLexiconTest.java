package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilingualLexiconTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z'-]+");
    private static final Pattern CYRILLIC =
            Pattern.compile("(?:=[а-яёәғқңөұүһі]+|[а-яёәғқңөұүһі]{2,})(?:[_-][а-яёәғқңөұүһі]*)*");

    @ParameterizedTest
    @CsvSource({
        "ru, школами, school",
        "ru, пожарные, firefighter",
        "ru, наводнения, flood",
        "ru, беременных, pregnant",
        "kk, мектебінде, school",
        "kk, кітабын, book",
        "kk, халқының, people",
        "kk, денсаулығына, health"
    })
    void translates_inflected_forms(String language, String word, String english) {
        assertThat(BilingualLexicon.translate(word, language)).contains(english);
    }

    @ParameterizedTest
    @CsvSource({"ru, левобережный, lion", "ru, минувший, mine", "kk, итальяндық, dog"})
    void does_not_match_whole_words_as_prefixes(String language, String word, String english) {
        assertThat(BilingualLexicon.translate(word, language)).doesNotContain(english);
    }

    @Test
    void translates_two_word_expressions() {
        assertThat(BilingualLexicon.translate("бас_тартты", "kk")).contains("refuse");
        assertThat(BilingualLexicon.translate("бас_киім", "kk")).doesNotContain("refuse");
        assertThat(BilingualLexicon.translate("тартты", "kk")).doesNotContain("apologise");
    }

    @Test
    void every_line_has_words_in_three_languages() {
        List<String[]> lines = WordLists.readLines("bilingual-lexicon.txt").stream()
                .map(line -> line.split("\\|", -1))
                .toList();

        assertThat(lines).hasSizeGreaterThan(3_000).allSatisfy(columns -> {
            assertThat(columns).hasSize(3);
            assertThat(columns[0].strip().split(" ")).allMatch(ENGLISH.asMatchPredicate());
            assertThat(columns[1].strip().split(" ")).allMatch(CYRILLIC.asMatchPredicate());
            assertThat(columns[2].strip().split(" ")).allMatch(CYRILLIC.asMatchPredicate());
        });
    }
}

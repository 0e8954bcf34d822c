package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {
    private static List<String> words(String text) {
        return Word.tokenize(text, "en").stream().map(Word::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tea costs 400 tenge.             | Tea/costs/400/tenge
            It cost 1,200,000.50 in 3.5 days.| It/cost/1,200,000.50/in/3.5/days
            It opened on March 1, 2021.      | It/opened/on/March/1/2021
            On 2022-01-07 at 9:30, 1,2       | On/2022/01/07/at/9/30/1,2
            A well-known nine-year-old boy   | A/well/known/nine/year/old/boy
            O'Brien’s owner doesn’t know     | O'Brien’s/owner/doesn’t/know
            the teachers’ 'room'             | the/teachers/room
            He said «Нет» and “no”.          | He/said/Нет/and/no
            The U.S. (EU) left–right         | The/U/S/EU/left/right
            «Тіл тағдыры»                    | Тіл/тағдыры
            12-ші, 5% & 7th…                 | 12/ші/5/7th
            """)
    void tokenizes_text(String text, String words) {
        assertThat(words(text)).containsExactly(words.split("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "–", "“…”", "?!", "🫖"})
    void punctuation_has_no_words(String text) {
        assertThat(Word.tokenize(text, "en")).isEmpty();
    }

    @Test
    void records_offsets() {
        String text = "🫖 “Tea,” said «Айгүл» O’Brien: 1,200.5!";

        assertThat(Word.tokenize(text, "en"))
                .hasSize(5)
                .allSatisfy(word -> assertThat(text).startsWith(text.substring(0, word.start()) + word.text()));
        assertThat(Word.tokenize(text, "en")).extracting(Word::start).containsExactly(4, 10, 16, 23, 32);
    }

    /** Only the words in brackets are names. Braces stand for the brackets of footnotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained in [Almaty] on [Abay] [Street].",
                "Then [Aigul] [Serik] spoke. She left.",
                "[Aigul] [Serik] spoke. [Dana] [Omarova] listened.",
                "Rain fell. Snow fell! Did it? It did: Hail fell.",
                "She said: “We want peace.” “Go,” he said. (He was tired.)",
                "Он сказал: «Мы хотим мира». Так сказал [Токаев].",
                "[ALMATY] – A house opened.",
                "The talks with [NATO] failed. [NATO] left. [McDonald] stayed.",
                "It opened on [March] 1 and closed on 2 [May].",
                "People met [O’Brien] and [Jean]-[Luc] there.",
                "Many asked [Khabar] “about it”.",
                "Балалар кеше [Алматыға] келді. Олар қуанды.",
                "Nobody came. Then 12 people came from [Oskemen].",
                "He said “Please stop.” Then they left. (They did.) Nobody spoke.  Rain fell… Snow too.",
                "«Он ушёл.» Потом пришла [Дана].",
                "It fell.{12} Next it rose. “No!”{3}{4} Then [Almaty]{5} slept.",
            })
    void names_are_capitalized_within_a_sentence(String marked) {
        String text = marked.replaceAll("[\\[\\]]", "").replace('{', '[').replace('}', ']');
        List<String> names = Pattern.compile("\\[(.*?)]")
                .matcher(marked)
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(Word.tokenize(text, "en").stream().filter(Word::isName).map(Word::text))
                .containsExactlyElementsOf(names);
    }

    @Test
    void finds_no_names_in_all_caps() {
        assertThat(Word.tokenize("WHO IS AIGUL SERIK?", "en")).noneMatch(Word::isName);
        assertThat(Word.tokenize("КТО ТАКАЯ АЙГУЛЬ?", "ru")).noneMatch(Word::isName);
        assertThat(Word.tokenize("WHO IS AIGUL SERIK, please?", "en")).anyMatch(Word::isName);
        assertThat(Word.tokenize("who is aigul serik?", "en")).noneMatch(Word::isName);
    }

    @Test
    void numbers_begin_with_a_digit() {
        assertThat(Word.tokenize("12 people, 1,200.5 tenge, the 7th of May, B12", "en"))
                .filteredOn(Word::isNumber)
                .extracting(Word::text)
                .containsExactly("12", "1,200.5", "7th");
    }

    @Test
    void inflected_forms_share_a_stem() {
        assertThat(stems("He detains, detained, detaining", "en")).containsOnly("detain");
        assertThat(stems("рынка рынке РЫНКИ", "ru")).containsOnly("рынк");
        assertThat(stems("Балықшы балықшылар БАЛЫҚТЫ", "kk")).containsOnly("балық");
        assertThat(stems("the tea's and teas", "en")).containsOnly("tea");
    }

    private static List<String> stems(String text, String language) {
        return Word.tokenize(text, language).stream()
                .map(Word::stem)
                .filter(stem -> !stem.isEmpty())
                .toList();
    }

    @Test
    void stop_words_have_no_stem() {
        assertThat(Word.tokenize("Who was the owner of his house?", "en"))
                .extracting(Word::stem)
                .containsExactly("", "", "", "owner", "", "", "hous");
        assertThat(Word.stems(Word.tokenize("The house and the houses of tea", "en")))
                .containsExactlyInAnyOrder("hous", "tea");
    }

    @Test
    void lower_returns_lowercase() {
        assertThat(Word.tokenize("ALMATY Әлем", "kk")).extracting(Word::lower).containsExactly("almaty", "әлем");
    }
}

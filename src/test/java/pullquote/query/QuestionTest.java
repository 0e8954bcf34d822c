package pullquote.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.text.LanguageDetector;

class QuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "  Who was it?\n",
                "Who\twas\r\n\n it?",
                "Who\u0000 was\u0007 it?", // NUL and a bell
                "Who\u00A0was\u3000it?", // non-breaking and wide spaces
                "Who\u2028was\u2029it?",
                "W\u200Bho w\u2060as\uFEFF it?", // zero-width characters
                "Who \u202Ewas\u202C it?", // bidirectional controls
                "\u2066Who was it?\u2069",
                "Who w\u00ADas it?", // a soft hyphen
                "Who was it?\uD83D", // an unpaired surrogate
                "\uDE00Who was it?",
                "Who was it?\uE000", // private use
                "Who was it?\uDB40\uDC49\uDB40\uDC67\uDB40\uDC6E", // tag characters
            })
    void removes_invisible_characters(String typed) {
        assertThat(Question.of(typed).text()).isEqualTo("Who was it?");
    }

    @Test
    void normalizes_equivalent_characters() {
        assertThat(Question.of("Cafe\u0301?").text()).isEqualTo("Café?");
    }

    @Test
    void limits_stacked_combining_marks() {
        assertThat(Question.of("Who" + "\u0335".repeat(200) + "?").text()).isEqualTo("Who" + "\u0335".repeat(4) + "?");
        assertThat(Question.of("Ai đã đến? นี้? הָיָה?").text()).isEqualTo("Ai đã đến? นี้? הָיָה?");
    }

    @Test
    void keeps_joiners() {
        assertThat(Question.of("نمی\u200Cخواهم?").text()).contains("\u200C");
        assertThat(Question.of("👩\u200D🚒?").text()).isEqualTo("👩\u200D🚒?");
    }

    @Test
    void normalization_is_idempotent() {
        for (String typed : new String[] {
            "a\u200B\u0301?", "e\u0335\u0335\u0335\u0335\u0335\u0301?", "\uD83D\u200B\uDE00 x", "a \u0301 b", "x \u200D"
        }) {
            Question once = Question.of(typed);
            assertThat(Question.of(once.text())).isEqualTo(once);
        }
    }

    @Test
    void counts_length_in_code_points() {
        String longest = "😀".repeat(Question.MAX_LENGTH);

        assertThat(Question.of(longest).text()).isEqualTo(longest);
        assertThat(Question.of("  " + longest + "\u200B").text()).isEqualTo(longest);
        assertThatExceptionOfType(InvalidQuestion.class)
                .isThrownBy(() -> Question.of(longest + "?"))
                .withMessage("The question has 2001 characters. Shorten it to 2000.")
                .returns("question_too_long", InvalidQuestion::code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u0000", "\u200B\u200D", "\u0301", "\u2800 \u3164"})
    void rejects_a_question_without_visible_characters(String typed) {
        assertThatExceptionOfType(InvalidQuestion.class)
                .isThrownBy(() -> Question.of(typed))
                .withMessage("The question is empty. Write it in “question”.")
                .returns("empty_question", InvalidQuestion::code);
    }

    @Test
    void constructor_requires_normalized_text() {
        assertThatThrownBy(() -> new Question(
                        " Who?",
                        LanguageDetector.analyze("Who?"),
                        "en",
                        "en",
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        Map.of()))
                .hasMessage("question text must be cleaned first: use Question.of");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Who visited the detainees?              | en
        Кто посетил задержанных?                | ru
        КТО ТАКОЙ ТОКАЕВ?                       | ru
        Қамаудағыларға кім барды?               | kk
        ТОҚАЕВ КІМ?                             | kk
        Что Tokayev сказал о CSTO сегодня?      | ru
        What is the “Нур Отан” party?           | en
        Ким ол?                                 | ru
        2022?                                   | en
        Wer war es?                             | de
        Токаев?                                 | ru
        Tokayev?                                | en
        """)
    void detects_the_language(String typed, String language) {
        assertThat(Question.of(typed).detectedLanguage()).isEqualTo(language);
        assertThat(Question.of(typed).language()).isEqualTo(language);
    }

    @Test
    void answer_language_may_differ_from_the_questions() {
        Question question = Question.of("Who was it?", Optional.of("ru"), Optional.of("tea"));

        assertThat(question.language()).isEqualTo("ru");
        assertThat(question.detectedLanguage()).isEqualTo("en");
        assertThat(question.articleId()).contains("tea");
    }
}

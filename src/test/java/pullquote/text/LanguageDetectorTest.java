package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What happened?                     | en
            Who is Le Pen?                     | en
            Что случилось?                     | ru
            Расскажи о ценах                   | ru
            Не болды?                          | kk
            Токаев туралы айтылды ма?          | kk
            Що сталося?                        | uk
            Хто побудував міст?                | uk
            Скільки коштував ремонт мосту?     | uk
            Кім келді?                         | kk
            Panthers savunması kaç sayı aldı?  | tr
            DECnet nedir?                      | tr
            Was ist passiert?                  | de
            Que s'est-il passé dans la ville ? | fr
            发生了什么？                         | zh
            何が起こったの                        | ja
            """)
    void detects_the_language(String text, String language) {
        assertThat(LanguageDetector.detectIfCertain(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Токаев?", "Tokayev", "2022?", "ОДКБ", "Алматы, Шымкент", "?!", ""})
    void is_uncertain_about_names_alone(String text) {
        assertThat(LanguageDetector.detectIfCertain(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I want to complain", "I want a refund", "He came over", "Come on", "No comment"})
    void english_is_not_taken_for_a_language_that_shares_a_word_with_it(String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo("en");
    }

    @Test
    void falls_back_to_the_likely_language() {
        assertThat(LanguageDetector.detect("Токаев?", "kk")).isEqualTo("kk");
        assertThat(LanguageDetector.detect("Токаев?", "ru")).isEqualTo("ru");
        assertThat(LanguageDetector.detect("Tokayev?", "tr")).isEqualTo("tr");
        assertThat(LanguageDetector.detect("Что сказал Токаев?", "kk")).isEqualTo("ru");
    }

    @Test
    void does_not_fall_back_to_a_language_in_another_script() {
        assertThat(LanguageDetector.detect("Токаев?", "en")).isEqualTo("ru");
        assertThat(LanguageDetector.detect("Tokayev?", "kk")).isEqualTo("en");
    }
}

package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.text.Quantity.Kind;

class QuantityParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | 20 января 2022 года | kk | 2022 жылғы 20 қаңтар",
                "en | on Jan. 29 | ru | 29 января",
                "en | on January 29 | kk | 29 қаңтарда",
                "en | April 28 | kk | сәуірдің 28-не",
                "en | in March 2020 | ru | в марте 2020 года",
                "en | in March 2020 | kk | 2020 жылғы наурызда",
                "en | 4,400 | ru | 4,4 тысячи",
                "en | four thousand four hundred | kk | төрт мың төрт жүз",
                "en | 1,240 houses | ru | 1 240 домов",
                "en | 1,240 houses | ru | 1240 домов",
                "en | 1.6 billion | ru | 1,6 млрд",
                "en | 14.2 billion tenge | kk | 14,2 миллиард теңге",
                "en | 8 billion | ru | восемь миллиардов",
                "en | fifteen | kk | он бес",
                "en | fifteen days | ru | пятнадцати дней",
                "en | thirty-one thousand | ru | 31 тысяча",
                "en | 31,000 | kk | отыз бір мың",
                "en | twenty-two | ru | двадцати двух",
                "en | 22 percent | ru | 22 процента",
                "en | 22% | kk | 22 пайызға",
                "en | from 4.8 to 6.1 percent | ru | с 4,8 до 6,1 процента",
                "en | from 4.8 to 6.1 percent | ru | с 4,8% до 6,1%",
                "en | the 21st Congress | ru | XXI съезд",
                "en | the 21st Congress | ru | на 21-м съезде",
                "en | the 21st Congress | kk | 21-ші съезд",
                "en | the twenty-first | ru | двадцать первый",
                "en | a second term | ru | на второй срок",
                "en | a second term | kk | екінші мерзімге",
                "en | on Wednesday | ru | в среду",
                "en | on Thursday | kk | бейсенбі күні",
                "en | at 6 p.m. | ru | в 18:00",
                "en | at 6 p.m. | kk | сағат 18-де",
                "en | six years | ru | шестилетний срок",
                "en | 45 kilometres | ru | в 45 километрах",
                "en | several parties | kk | бірнеше партия",
                "en | most of the money | ru | большинство",
                "en | two partners | ru | с двумя партнёрами",
                "en | two partners | kk | екеуі",
                "en | 20 January 2022 | ru | 20.01.2022",
                "en | hundreds | ru | сотни",
            })
    void equal_quantities_match_across_languages(String language, String text, String other, String translation) {
        List<Quantity> quantities = QuantityParser.parse(text, language);
        List<Quantity> translatedQuantities = QuantityParser.parse(translation, other);

        assertThat(quantities).isNotEmpty();
        assertThat(quantities)
                .as("%s in %s", quantities, translatedQuantities)
                .allMatch(one -> translatedQuantities.stream().anyMatch(one::hasCommonValue));
        assertThat(translatedQuantities)
                .as("%s in %s", translatedQuantities, quantities)
                .allMatch(one -> quantities.stream().anyMatch(one::hasCommonValue));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | on Jan. 29 | ru | 28 января",
                "en | on Jan. 29 | ru | 29 февраля",
                "en | 4,400 | ru | 4,4 миллиона",
                "en | 1,240 | ru | 12 400",
                "en | 22 percent | ru | 22 человека и 23 процента",
                "en | fifteen | kk | он алты",
                "en | twenty-two | ru | двадцать три",
                "en | on Wednesday | ru | в четверг",
                "en | a second term | ru | третий срок",
                "en | two partners | kk | үш серіктес",
                "en | at 6 p.m. | ru | в 19:00",
                "en | most | ru | несколько",
                "en | 1.6 billion | kk | 16 миллиард",
                "en | 2022 | ru | 2021 год",
            })
    void different_quantities_do_not_match(String language, String text, String other, String translation) {
        List<Quantity> quantities = QuantityParser.parse(text, language);
        List<Quantity> translatedQuantities = QuantityParser.parse(translation, other);

        assertThat(translatedQuantities)
                .as("%s in %s", translatedQuantities, quantities)
                .anyMatch(one -> quantities.stream().noneMatch(one::hasCommonValue));
    }

    @Test
    void ignores_words_that_look_like_numbers() {
        assertThat(QuantityParser.parse("Он получил любовь, вторжение и среднее первенство", "ru"))
                .isEmpty();
        assertThat(QuantityParser.parse("бірге, бірақ үшін кезінде", "kk")).isEmpty();
        assertThat(QuantityParser.parse("they may march", "en")).isEmpty();
        assertThat(QuantityParser.parse("G20 и COVID", "ru")).isEmpty();
    }

    @Test
    void recognizes_the_year_of_a_date() {
        assertThat(QuantityParser.parse("29 января 2022 года", "ru"))
                .extracting(Quantity::kind)
                .containsExactly(Kind.DATE, Kind.MONTH, Kind.YEAR_OF_DATE);
        assertThat(QuantityParser.parse("2022 жылғы 29 қаңтарда", "kk"))
                .extracting(Quantity::kind)
                .contains(Kind.YEAR_OF_DATE);
        assertThat(QuantityParser.parse("в 2022 году", "ru"))
                .extracting(Quantity::kind)
                .containsExactly(Kind.YEAR);
    }

    @Test
    void parses_digits_in_other_languages() {
        assertThat(QuantityParser.parse("am 29. Januar 2022", "de")).hasSize(2);
    }
}

package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    @ParameterizedTest
    @CsvSource({
        "CSTO, миротворцы ОДКБ не стреляли",
        "CSTO, ҰҚШҰ-ның бітімгерлері",
        "CSTO, Организация Договора о коллективной безопасности",
        "CSTO, the Collective Security Treaty Organization",
        "UN, в ООН заявили",
        "UN, БҰҰ-ға мүше",
        "EU, Евросоюзу",
        "EU, Еуропалық Одақтың",
        "EU, страны ЕС",
        "US, the U.S. government",
        "US, американские компании",
        "US, АҚШ-тың елшісі",
        "US, Соединённых Штатов Америки",
        "Kazakhstan, в Казахстане",
        "Kazakhstan, Қазақстанның",
        "Kazakhstan, казахстанский парламент",
        "Russia, Ресейге",
        "Russia, российских",
        "Nur-Sultan, Нұр-Сұлтанда",
        "Almaty, из Алматы",
        "Almaty, Алматыдан",
        "Moscow, Мәскеуде",
        "Vienna, в Вене",
        "Hungary, в Венгрии"
    })
    void returns_the_canonical_english_name(String name, String text) {
        assertThat(Gazetteer.find(text))
                .extracting(Gazetteer.NameMention::canonicalName)
                .containsExactly(name);
    }

    @Test
    void does_not_match_similar_words() {
        for (String text : List.of("join us", "ес жиды", "Индира", "Семенов", "Азимова", "рима нет", "the turkey")) {
            assertThat(Gazetteer.find(text)).as(text).isEmpty();
        }
    }

    @Test
    void returns_offsets() {
        assertThat(Gazetteer.find("В США и ЕС").stream().map(mention -> mention.start() + "–" + mention.end()))
                .containsExactly("2–5", "8–10");
    }
}

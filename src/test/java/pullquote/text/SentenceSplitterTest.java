package pullquote.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    @Test
    void splitsParagraph() {
        assertThat(SentenceSplitter.split(" It rained. \u00A0It\tstopped! Why?  ", "en"))
                .containsExactly(new Span(1, 11), new Span(13, 24), new Span(25, 29));
        assertThat(SentenceSplitter.split("  ", "en")).isEmpty();
        assertThat(SentenceSplitter.split("no stop at all", "en")).containsExactly(new Span(0, 14));
    }

    /** A bar marks each sentence break; there are no others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // abbreviations
                "Mr. Smith met Dr. J. R. Jones and Gen. Lee on Jan. 7 in St. Petersburg. | They talked.",
                "It ended on Jan. 29. | The rest is known.",
                "The U.S. President left the U.S. on Friday. | He returned to the U.S. | He stayed.",
                "See No. 5, pp. 10–12, i.e. the fig. 3 of it. | No. | That is e.g. Berlin vs. Paris.",
                "It closes at 5 p.m. every day. | It opens at 9 a.m. | Come at 3 p.m. Monday.",
                "Apple Inc. Chief Tim Cook agreed. | Plan B. | The plan works.",
                "It cost 3.5 million. | 12 people paid approx. 500 each. | Tel. 5 is free.",
                "1. The first. | 2. The second.",
                // marks after the end
                "Wait... what? | It was so.[12] | Then it was not. [3] | Well.[citation needed]",
                "He left (he was tired). | (She stayed. She had time.) | It was late.",
                // quotations with their speakers
                "He paused. | “I am tired. We all are. Let us go,” he said. | They went.",
                "“Will it rain?” President Tokayev asked. | “No!” she said. | It rained.",
                "He said \"Go. Now.\" and left a gap of 5\" and a door. | Nobody went.",
                "He called it “his principle.” | She did not.",
                // other languages
                "В 2022 г. Токаев выступил в г. Алматы на ул. Абая, т.е. дома. | Это стоило 5 млн. руб. в год.",
                "А. С. Пушкин жил в 1820 г. | Он писал. | К. К. Токаев и др. | Потом.",
                "— Мы не уйдём! — сказал он. | — Это наш дом. | «Мы готовы. Мы ждём», – заявил министр. | Ответа не было.",
                "Встреча прошла в г. Алматы, ул. Абая, д. 5. | Ущерб составил 3 тыс. кв. м. | Причины выясняются.",
                "Бұл туралы Қ.К. Тоқаев айтты. | 2021 ж. экономика өсті. | ХХ ғ. басында қала салынды.",
                "«Біз дайынбыз. Күтеміз», – деді министр. | – Қашан болады? – деп сұрады журналист. | Жауап болмады.",
                "Он сказал: «Нет. Никогда», и ушёл. | „Nein. Nie“, sagte er.",
            })
    void splitsOnlyAtSentenceEnds(String marked) {
        List<String> sentences = List.of(marked.split(" \\| "));
        String text = String.join(" ", sentences);

        assertThat(SentenceSplitter.split(text, "en"))
                .extracting(span -> span.substringOf(text))
                .isEqualTo(sentences);
    }

    @Test
    void splitsUnclosedQuotations() {
        assertSplit("“We go. We stay. He said so.", "“We go.", "We stay.", "He said so.");
        assertSplit("He said \"Go. Now. She went.", "He said \"Go.", "Now.", "She went.");
    }

    @Test
    void splitsQuotationsLongerThan1000Characters() {
        assertThat(SentenceSplitter.split("“" + "We go on. ".repeat(90) + "We stop,” he said.", "en"))
                .hasSize(1);
        assertThat(SentenceSplitter.split("“" + "We go on. ".repeat(100) + "We stop,” he said.", "en"))
                .hasSize(101);
    }

    @ParameterizedTest // K03
    @ValueSource(
            strings = {"A. ", "Mr. ", "“", "\"a. ", "(", "! ", "[1] ", ".[1]", "«A. »", "a.a", "No. 1 ", "\u0301", " "})
    void takesLinearTimeAndKeepsAllText(String fragment) {
        String text = fragment.repeat(50_000 / fragment.length());

        List<Span> spans = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> SentenceSplitter.split(text, "en"));

        int end = 0;
        for (Span span : spans) {
            assertThat(text.substring(end, span.start())).isBlank();
            assertThat(span.substringOf(text)).isEqualTo(span.substringOf(text).strip());
            end = span.end();
        }
        assertThat(text.substring(end)).isBlank();
    }

    private static void assertSplit(String text, String... sentences) {
        assertThat(SentenceSplitter.split(text, "en"))
                .extracting(span -> span.substringOf(text))
                .containsExactly(sentences);
    }
}

package pullquote.llm;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationStreamParserTest {
    private final List<String> ids = new ArrayList<>();
    private final SentenceIds sentenceIds = SentenceIds.of(UnrestArticle.SENTENCES);

    CitationStreamParserTest() {
        UnrestArticle.SENTENCES.forEach(sentence -> ids.add(sentenceIds.id(sentence)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She visited them. [{1}] [{2}]",
                "She visited them. [{1}, {2}]",
                "She visited them. [{1};{2}]",
                "She visited them [{1}][{2}].",
                "She visited them [{1}{2}] [{1}] [{2}].",
                "She visited [{1}] them [{2}].",
                "She visited them.[{1}][{2}]",
                "She visited them.\n[{1}]\n[{2}]",
                "She visited them. [[{1}]] [[{2}]]",
                "She visited them. 【{1}】［{2}］",
                "She visited them. `[{1}]` [`{2}`]",
                "She visited them. [id: {1}] [Passage {2}]",
                "She visited them. [{1}, 99, {2}] [99] [0] [-1] [1,2,3] [2-4] [Q7QQ] 【1】",
                "**She visited them.** [{1}, {2}]",
                "- She *visited* them. [{1}, {2}]",
                "1. **She visited** them. [{1}, {2}]",
                "## She __visited__ them [{1}, {2}].",
                "She visited\nthem. [{1}, {2}]",
                "  She   visited\tthem. [{1}, {2}]  \n",
                "She visited them. [{1}, {2}] ```[{3}]```",
                "She visited them. [{1}, {2}] [{3",
                "She visited them. [{1}, {2}] NOT_ANSWERED",
                "\n<think>\nIs it [{3}]? NOT_ANSWERED. It is [{3}]. </thin</think>\n\nShe visited them. [{1}, {2}]",
            })
    @Tag("L11")
    @Tag("L13")
    void reads_citations_in_any_format(String draft) {
        assertThat(parse(draft.replace("{1}{2}", "{1} {2}"))).containsExactly("She visited them. (1, 2)");
        assertThat(parse(draft.replace("{1}{2}", "{1} {2}")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("she", "She")
                        .replace("not_answered", "NOT_ANSWERED")))
                .containsExactly("She visited them. (1, 2)");
    }

    @Test
    void citations_belong_to_the_preceding_sentence() {
        assertThat(parse("She visited them [{1}]. He spoke. [{2}] Some were held.\n\n[{3}] The end."))
                .containsExactly("She visited them. (1)", "He spoke. (2)", "Some were held. (3)", "The end. ()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She visited them on Jan. 7 with Mr. K. J. Tokayev of the U.S. Embassy.",
                "It fell by 3.5 percent, to 1.2 million, at nur.kz No. 5.",
                "“Order is restored. We won. It is over,” he said.",
                "He said: «Порядок восстановлен. Мы победили», и ушёл.",
                "Он родился 7 янв. 1953 г. в Алма-Ате, на ул. Абая, и т.д. Всё.",
                "“Is it so?” Tokayev asked.",
                "He paused ... and went on!",
                "[T]he president [sic] spoke of [Kazakh] order.",
                "A line <b>of</b> HTML ![x](http://evil/x.png) is text.",
            })
    void does_not_split_within_a_sentence(String sentence) {
        assertThat(parse(sentence + " [{1}]")).containsExactly(sentence + " (1)");
    }

    @Test
    void splits_sentences() {
        assertThat(
                        parse(
                                "He left. Then? Yes! “Stay.” She stayed in the U.S. [{1}] 40 were held… Үкімет жауап берді. Да."))
                .containsExactly(
                        "He left. ()",
                        "Then? ()",
                        "Yes! ()",
                        "“Stay.” ()",
                        "She stayed in the U.S. (1)",
                        "40 were held… ()",
                        "Үкімет жауап берді. ()",
                        "Да. ()");
    }

    @Test
    void splits_lists_and_headings() {
        assertThat(parse("# Who?\n\n* **Azimova** did. [{1}]\n* Tokayev spoke [{2}]\n\n1. One.\n2) Two."))
                .containsExactly("Who? ()", "Azimova did. (1)", "Tokayev spoke (2)", "One. ()", "Two. ()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT_ANSWERED",
                " **NOT_ANSWERED**.\n",
                "`NOT_ANSWERED`",
                "NOT_ANSWERED. The passages only say this. [{1}]",
                "I'm sorry, but I can't help with that. Try again.",
                "Извините, я не могу ответить. [Спросите]",
                "",
                " \n ",
                "…",
                "[{1}]",
                "<think>She visited them. [{1}]",
                "<thi",
                "```\nShe visited them. [{1}]\n```",
            })
    void output_without_an_answer_has_no_sentences(String draft) {
        assertThat(parse(draft)).isEmpty();
    }

    @Test
    void emits_a_sentence_when_the_next_one_starts() {
        var sink = new RecordingSink();
        var parser = new CitationStreamParser(sentenceIds, sink::accept);

        parser.read("She visited them. ");
        parser.read(insertIds("[{1}] "));
        assertThat(sink.citedSentences()).isEmpty();
        parser.read("H");
        assertThat(sink.citedSentences()).containsExactly("She visited them. (1)");
    }

    @Test
    void discards_an_incomplete_last_sentence() {
        assertThat(parseInPieces("She visited them. [{1}] He spo", CitationStreamParser::finishTruncated))
                .containsExactly("She visited them. (1)");
        assertThat(parseInPieces("She visited them. [{1}] It cost 3.", CitationStreamParser::finishTruncated))
                .containsExactly("She visited them. (1)");
        assertThat(parseInPieces("She came on Jan. ", CitationStreamParser::finishTruncated))
                .isEmpty();
        assertThat(parseInPieces("She visited them. [{1}]", CitationStreamParser::finishTruncated))
                .containsExactly("She visited them. (1)");
        assertThat(parseInPieces("She visited them. [{1", CitationStreamParser::finishTruncated))
                .containsExactly("She visited them. ()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "1", "[1", "]", "`", "*", "_*", "* ", " ", "\n", "“", ".", ". ", "A.", "<think>", "[[1]", "a_"
            })
    @Tag("L11")
    void parses_in_linear_time(String piece) {
        String draft = "She visited them. [" + piece.repeat(500_000 / piece.length());

        assertTimeout(ofSeconds(5), () -> parseAtOnce(draft, CitationStreamParser::finish));
    }

    private List<String> parse(String draft) {
        return parseInPieces(draft, CitationStreamParser::finish);
    }

    /** Parses a draft one character at a time and checks that chunks make no difference. */
    private List<String> parseInPieces(String draft, Consumer<CitationStreamParser> ending) {
        String text = insertIds(draft);
        var sink = new RecordingSink();
        var parser = new CitationStreamParser(sentenceIds, sink::accept);
        text.chars().forEach(c -> parser.read(String.valueOf((char) c)));
        ending.accept(parser);
        assertThat(sink.citedSentences()).isEqualTo(parseAtOnce(text, ending));
        return sink.citedSentences();
    }

    private List<String> parseAtOnce(String text, Consumer<CitationStreamParser> ending) {
        var sink = new RecordingSink();
        var parser = new CitationStreamParser(sentenceIds, sink::accept);
        parser.read(text);
        ending.accept(parser);
        return sink.citedSentences();
    }

    private String insertIds(String draft) {
        return draft.replace("{1}", ids.get(0))
                .replace("{2}", ids.get(1))
                .replace("{3}", ids.get(2))
                .replace("{3", ids.get(2))
                .replace("{1", ids.get(0));
    }
}

package pullquote.retrieval.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import pullquote.text.Span;

/** What may be relied on in a reader, shown with the one that comes with the product. */
class OnnxReaderTest {
    private static final ExtractiveReader READER = new OnnxReader();
    private static final String FLOOD = "The river rose on Monday. Mayor Aigul Serik had the old bridge closed at noon."
            + " Two hundred people spent the night in the school.";

    private static SpanPrediction read(String question, String text) {
        return READER.predict(question, List.of(text)).get(0);
    }

    private static Span sentence(String text, String sentence) {
        int start = text.indexOf(sentence);
        return new Span(start, start + sentence.length());
    }

    @Test
    void pointsAtTheWordsThatAnswer() {
        SpanPrediction reading = read("Who closed the bridge?", FLOOD);
        Span second = sentence(FLOOD, "Mayor Aigul Serik had the old bridge closed at noon.");
        assertThat(reading.probabilityWithin(second)).isGreaterThan(0.5);
        assertThat(reading.bestAnswerWithin(second).orElseThrow().span().substringOf(FLOOD))
                .contains("Aigul Serik");
    }

    @Test
    void thinksMoreOfATextThatAnswersThanOfOneThatDoesNot() {
        double elsewhere = read("Who won the cup final?", FLOOD).noAnswerProbability();
        assertThat(elsewhere).isGreaterThan(0.8);
        assertThat(read("When was the bridge closed?", FLOOD).noAnswerProbability())
                .isLessThan(elsewhere);
    }

    @Test
    void itsChancesAddUpToOne() {
        SpanPrediction reading = read("Where did people spend the night?", FLOOD);
        assertThat(reading.noAnswerProbability() + reading.probabilityWithin(new Span(0, FLOOD.length())))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void itsOffsetsAreThoseOfTheText() {
        String text = "🌊🌊 Ålesund’s mayor, Zoë Ødegård, closed the bridge at noon.";
        SpanPrediction reading = read("Who closed the bridge?", text);
        assertThat(reading.tokens())
                .allSatisfy(token -> assertThat(token.span().substringOf(text)).doesNotContain(" "))
                .extracting(token -> token.span().substringOf(text))
                .contains("bridge", "noon", ".");
    }

    @Test
    void ofALongTextTheEndIsLeftUnread() {
        String text = FLOOD + " Nothing else was reported.".repeat(200);
        SpanPrediction reading = read("Who closed the bridge?", text);
        assertThat(reading.tokens()).isNotEmpty().hasSizeLessThan(250);
        assertThat(reading.bestAnswerWithin(new Span(text.length() - 100, text.length())))
                .isEmpty();
    }

    @Test
    void noQuestionIsTooLong() {
        assertThat(read("Who closed the bridge? ".repeat(200), FLOOD).noAnswerProbability())
                .isBetween(0.0, 1.0);
        assertThat(read("!".repeat(2_000), FLOOD).noAnswerProbability()).isBetween(0.0, 1.0);
    }

    @Test
    void readsSeveralTextsInTheirOrder() {
        List<SpanPrediction> readings =
                READER.predict("Who closed the bridge?", List.of("The weather will be fine.", FLOOD, "Prices rose."));
        assertThat(readings).hasSize(3);
        assertThat(readings.get(1)).isEqualTo(read("Who closed the bridge?", FLOOD));
    }

    @Test
    void readsEnglishAlone() {
        assertThat(READER.supports("en")).isTrue();
        assertThat(READER.supports("kk")).isFalse();
    }
}

package pullquote.retrieval.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import pullquote.text.Span;

/** Tests the contract of {@link ExtractiveReader} with the bundled reader. */
class OnnxReaderTest {
    private static final ExtractiveReader READER = new OnnxReader();
    private static final String FLOOD = "The river rose on Monday. Mayor Aigul Serik had the old bridge closed at noon."
            + " Two hundred people spent the night in the school.";

    private static SpanPrediction predict(String question, String text) {
        return READER.predict(question, List.of(text)).get(0);
    }

    private static Span spanOf(String text, String sentence) {
        int start = text.indexOf(sentence);
        return new Span(start, start + sentence.length());
    }

    @Test
    void findsAnswerSpan() {
        SpanPrediction prediction = predict("Who closed the bridge?", FLOOD);
        Span second = spanOf(FLOOD, "Mayor Aigul Serik had the old bridge closed at noon.");
        assertThat(prediction.probabilityWithin(second)).isGreaterThan(0.5);
        assertThat(prediction.bestAnswerWithin(second).orElseThrow().span().substringOf(FLOOD))
                .contains("Aigul Serik");
    }

    @Test
    void noAnswerIsMoreLikelyForUnrelatedQuestion() {
        double unrelated = predict("Who won the cup final?", FLOOD).noAnswerProbability();
        assertThat(unrelated).isGreaterThan(0.8);
        assertThat(predict("When was the bridge closed?", FLOOD).noAnswerProbability())
                .isLessThan(unrelated);
    }

    @Test
    void probabilitiesAddUpToOne() {
        SpanPrediction prediction = predict("Where did people spend the night?", FLOOD);
        assertThat(prediction.noAnswerProbability() + prediction.probabilityWithin(new Span(0, FLOOD.length())))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void offsetsReferToText() {
        String text = "🌊🌊 Ålesund’s mayor, Zoë Ødegård, closed the bridge at noon.";
        SpanPrediction prediction = predict("Who closed the bridge?", text);
        assertThat(prediction.tokens())
                .allSatisfy(token -> assertThat(token.span().substringOf(text)).doesNotContain(" "))
                .extracting(token -> token.span().substringOf(text))
                .contains("bridge", "noon", ".");
    }

    @Test
    void ignoresEndOfLongText() {
        String text = FLOOD + " Nothing else was reported.".repeat(200);
        SpanPrediction prediction = predict("Who closed the bridge?", text);
        assertThat(prediction.tokens()).isNotEmpty().hasSizeLessThan(250);
        assertThat(prediction.bestAnswerWithin(new Span(text.length() - 100, text.length())))
                .isEmpty();
    }

    @Test
    void acceptsLongQuestions() {
        assertThat(predict("Who closed the bridge? ".repeat(200), FLOOD).noAnswerProbability())
                .isBetween(0.0, 1.0);
        assertThat(predict("!".repeat(2_000), FLOOD).noAnswerProbability()).isBetween(0.0, 1.0);
    }

    @Test
    void keepsOrderOfTexts() {
        List<SpanPrediction> predictions =
                READER.predict("Who closed the bridge?", List.of("The weather will be fine.", FLOOD, "Prices rose."));
        assertThat(predictions).hasSize(3);
        assertThat(predictions.get(1)).isEqualTo(predict("Who closed the bridge?", FLOOD));
    }

    @Test
    void supportsOnlyEnglish() {
        assertThat(READER.supports("en")).isTrue();
        assertThat(READER.supports("kk")).isFalse();
    }
}

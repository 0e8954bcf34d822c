package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniLmModelTest {
    private static final MiniLmModel MODEL = new MiniLmModel();

    private static float[] vector(String text) {
        return MODEL.embed(text).content().vector();
    }

    @Test
    void vectors_have_384_dimensions() {
        assertThat(MODEL.dimension()).isEqualTo(384);
        assertThat(Stream.of("tea", "Зелёный базар", "🫖", "tea ".repeat(3_000)))
                .allSatisfy(text -> assertThat(vector(text)).hasSize(384));
    }

    @Test
    void batching_does_not_change_vectors() {
        List<String> texts = List.of("It serves tea.", "The bridge is closed.", "Nobody was hurt in the long night.");
        var together = new MiniLmModel()
                .embedAll(texts.stream().map(TextSegment::from).toList())
                .content();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i).vector()).isEqualTo(vector(texts.get(i))).isEqualTo(vector(texts.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nobody was hurt.             | There were no injuries.           | The tea costs 400 tenge.
            The bridge was closed.       | Nobody could use the bridge.      | She worked as a teacher.
            The president resigned.      | The head of state left office.    | The football team won.
            """)
    void similar_meanings_have_similar_vectors(String text, String near, String far) {
        assertThat(EmbeddingCache.cosine(vector(text), vector(near)))
                .isGreaterThan(EmbeddingCache.cosine(vector(text), vector(far)) + 0.2);
    }
}

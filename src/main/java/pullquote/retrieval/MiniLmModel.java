package pullquote.retrieval;

import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Embeds texts with all-MiniLM-L6-v2, quantized, from LangChain4j's artifact. */
public final class MiniLmModel extends AbstractInProcessEmbeddingModel implements LanguageAware {
    /** The model, its quantization and its pooling. Vectors of models with different names are not comparable. */
    public static final String NAME = "all-minilm-l6-v2-q/mean";

    private static final OnnxBertBiEncoder ENCODER = load();

    public MiniLmModel() {
        super(OnnxModels.newExecutor());
    }

    private static OnnxBertBiEncoder load() {
        try (InputStream model = openResource("all-minilm-l6-v2-q.onnx");
                InputStream tokenizer = openResource("all-minilm-l6-v2-q-tokenizer.json")) {
            return OnnxModels.load(model.readAllBytes(), tokenizer);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the bundled embedding model.", e);
        }
    }

    private static InputStream openResource(String name) {
        return Objects.requireNonNull(AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + name), name);
    }

    /** Returns true for English only: the model was trained on English, and its tokenizer knows few Cyrillic tokens. */
    @Override
    public boolean supports(String language) {
        return language.equals("en");
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return ENCODER;
    }
}

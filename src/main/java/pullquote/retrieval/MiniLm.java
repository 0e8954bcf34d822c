package pullquote.retrieval;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Executors;

/**
 * all-MiniLM-L6-v2, quantised, from LangChain4j's artifact. One thread for each text, and texts side by side: as it is
 * loaded there, every text is cut over all cores, and threads that wait for the next piece spin and keep the cores from
 * all other work.
 */
public final class MiniLm extends AbstractInProcessEmbeddingModel implements Linguist {
    /** The model, its quantisation, and the pooling: vectors of another name are of another space. */
    public static final String NAME = "all-minilm-l6-v2-q/mean";

    private static final OnnxBertBiEncoder MODEL = load();

    public MiniLm() {
        super(Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            var thread = new Thread(work, "embedding");
            thread.setDaemon(true);
            return thread;
        }));
    }

    private static OnnxBertBiEncoder load() {
        try (InputStream model = resource("all-minilm-l6-v2-q.onnx");
                InputStream tokenizer = resource("all-minilm-l6-v2-q-tokenizer.json");
                var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model could not be read", e);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be loaded: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + name), name);
    }

    /** It was trained on English. Of Cyrillic letters its tokenizer knows hardly more than the alphabet. */
    @Override
    public boolean knows(String language) {
        return language.equals("en");
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return MODEL;
    }
}

package pullquote.retrieval;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Loads embedding models for ONNX Runtime. One thread for each text, and texts side by side: as LangChain4j loads them,
 * every text is cut over all cores, and threads that wait for the next piece spin and keep the cores from all other work.
 */
final class OnnxModels {
    private OnnxModels() {}

    /** @param tokenizer as Hugging Face writes it, {@code tokenizer.json} */
    static OnnxBertBiEncoder load(byte[] model, InputStream tokenizer) {
        try (var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model, options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model could not be loaded: " + e.getMessage(), e);
        }
    }

    static Executor newExecutor() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            var thread = new Thread(work, "embedding");
            thread.setDaemon(true);
            return thread;
        });
    }
}

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
 * Loads embedding models for ONNX Runtime with one thread per text; texts run in parallel. LangChain4j's default
 * splits each text over all cores, and its waiting threads spin and take CPU time from other work.
 */
final class OnnxModels {
    private OnnxModels() {}

    /**
     * Loads a model.
     *
     * @param model the model in ONNX format
     * @param tokenizer the tokenizer in Hugging Face's JSON format
     * @throws IllegalStateException if ONNX Runtime cannot load the model
     */
    static OnnxBertBiEncoder load(byte[] model, InputStream tokenizer) {
        try (var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model, options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (OrtException e) {
            throw new IllegalStateException("Failed to load embedding model: " + e.getMessage(), e);
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

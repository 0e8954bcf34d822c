package pullquote.retrieval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import pullquote.text.Sha256;

/**
 * Locates and loads a custom embedding model: a sentence encoder with mean pooling. It is assumed to support every
 * language whose letters its tokenizer knows.
 *
 * @param modelFile the model in ONNX format
 * @param tokenizerFile the tokenizer in Hugging Face's JSON format
 */
public record OnnxEmbeddingModel(Path modelFile, Path tokenizerFile) {
    private static final String TOKENIZER_FILE_NAME = "tokenizer.json";

    /** Contains a model and a name that is unique to its files, for the vector cache. */
    public record LoadedModel(EmbeddingModel model, String name) {}

    /**
     * Returns the model files at a path; empty if one of the two is missing.
     *
     * @param path an ONNX file with {@code tokenizer.json} in the same or the parent folder, or a folder with both;
     *     the ONNX file may be in the subfolder {@code onnx}, as on Hugging Face
     */
    public static Optional<OnnxEmbeddingModel> locate(Path path) {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        Optional<Path> model = Files.isDirectory(path)
                ? Stream.of("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")
                        .map(path::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst()
                : Optional.of(path).filter(Files::isRegularFile);
        Optional<Path> tokenizer = Stream.of(folder, folder == null ? null : folder.getParent())
                .flatMap(Stream::ofNullable)
                .map(parent -> parent.resolve(TOKENIZER_FILE_NAME))
                .filter(Files::isRegularFile)
                .findFirst();
        return model.flatMap(file -> tokenizer.map(other -> new OnnxEmbeddingModel(file, other)));
    }

    /**
     * Loads the model.
     *
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalStateException if ONNX Runtime cannot load the model
     */
    public LoadedModel load() {
        try {
            byte[] modelBytes = Files.readAllBytes(modelFile);
            byte[] tokenizerBytes = Files.readAllBytes(tokenizerFile);
            OnnxBertBiEncoder encoder = OnnxModels.load(modelBytes, new ByteArrayInputStream(tokenizerBytes));
            return new LoadedModel(
                    new LanguageAwareModel(encoder, new TokenizerCoverage(tokenizerBytes)),
                    "onnx/" + HexFormat.of().formatHex(Sha256.digest(modelBytes, tokenizerBytes)) + "/mean");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Failed to read embedding model: " + modelFile + ". Check the file and its permissions.", e);
        }
    }

    private static final class LanguageAwareModel extends AbstractInProcessEmbeddingModel implements LanguageAware {
        private final OnnxBertBiEncoder encoder;
        private final TokenizerCoverage coverage;

        private LanguageAwareModel(OnnxBertBiEncoder encoder, TokenizerCoverage coverage) {
            super(OnnxModels.newExecutor());
            this.encoder = encoder;
            this.coverage = coverage;
        }

        @Override
        public boolean supports(String language) {
            return coverage.covers(language);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }
    }
}

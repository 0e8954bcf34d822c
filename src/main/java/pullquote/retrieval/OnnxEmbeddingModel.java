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
 * An embedding model of one's own: a sentence encoder whose vectors are the means of those of its tokens. It is taken to
 * know every language whose letters its tokenizer knows.
 *
 * @param model in ONNX
 * @param tokenizer as Hugging Face writes it
 */
public record OnnxEmbeddingModel(Path modelFile, Path tokenizerFile) {
    private static final String TOKENIZER_FILE_NAME = "tokenizer.json";

    /** A model with what gives its vectors a name of their own. */
    public record LoadedModel(EmbeddingModel model, String name) {}

    /**
     * The files that a path names.
     *
     * @param path an ONNX file with {@code tokenizer.json} beside or above it, or the folder of both; as Hugging Face lays
     *     models out, the ONNX file may be in its folder {@code onnx}
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
                .map(place -> place.resolve(TOKENIZER_FILE_NAME))
                .filter(Files::isRegularFile)
                .findFirst();
        return model.flatMap(file -> tokenizer.map(words -> new OnnxEmbeddingModel(file, words)));
    }

    /**
     * Loads it.
     *
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalStateException if it is no model that can be used
     */
    public LoadedModel load() {
        try {
            byte[] bytes = Files.readAllBytes(modelFile);
            byte[] words = Files.readAllBytes(tokenizerFile);
            OnnxBertBiEncoder encoder = OnnxModels.load(bytes, new ByteArrayInputStream(words));
            return new LoadedModel(
                    new LanguageAwareModel(encoder, new TokenizerCoverage(words)),
                    "onnx/" + HexFormat.of().formatHex(Sha256.digest(bytes, words)) + "/mean");
        } catch (IOException e) {
            throw new UncheckedIOException("the embedding model could not be read", e);
        }
    }

    private static final class LanguageAwareModel extends AbstractInProcessEmbeddingModel implements LanguageAware {
        private final OnnxBertBiEncoder encoder;
        private final TokenizerCoverage coverage;

        private LanguageAwareModel(OnnxBertBiEncoder encoder, TokenizerCoverage letters) {
            super(OnnxModels.newExecutor());
            this.encoder = encoder;
            this.coverage = letters;
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

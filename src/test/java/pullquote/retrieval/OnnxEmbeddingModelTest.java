package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the files of the bundled model as a custom model. */
class OnnxEmbeddingModelTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyModel() throws IOException {
        Files.createDirectory(folder.resolve("onnx"));
        copy("all-minilm-l6-v2-q.onnx", "onnx/model.onnx");
        copy("all-minilm-l6-v2-q-tokenizer.json", "tokenizer.json");
    }

    private void copy(String resource, String file) throws IOException {
        try (InputStream in = AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream("/" + resource)) {
            Files.copy(Objects.requireNonNull(in), folder.resolve(file));
        }
    }

    @Test
    void locates_a_model_by_folder_or_file() {
        var files = new OnnxEmbeddingModel(folder.resolve("onnx/model.onnx"), folder.resolve("tokenizer.json"));

        assertThat(OnnxEmbeddingModel.locate(folder)).contains(files);
        assertThat(OnnxEmbeddingModel.locate(folder.resolve("onnx/model.onnx"))).contains(files);
        assertThat(OnnxEmbeddingModel.locate(folder.resolve("onnx/other.onnx"))).isEmpty();
        assertThat(OnnxEmbeddingModel.locate(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void loads_the_given_model() {
        var loaded = OnnxEmbeddingModel.locate(folder).orElseThrow().load();

        assertThat(loaded.model().embed("The tea house opened.").content())
                .isEqualTo(new MiniLmModel().embed("The tea house opened.").content());
    }

    @Test
    void name_depends_on_the_files() throws IOException {
        String name = OnnxEmbeddingModel.locate(folder).orElseThrow().load().name();
        assertThat(name).matches("onnx/[0-9a-f]{64}/mean");

        Path tokenizer = folder.resolve("tokenizer.json");
        Files.writeString(tokenizer, Files.readString(tokenizer) + "\n");
        assertThat(OnnxEmbeddingModel.locate(folder).orElseThrow().load().name())
                .isNotEqualTo(name);
    }

    /** The tokenizer lacks some Kazakh letters but no Russian ones. */
    @Test
    void does_not_support_languages_with_unknown_letters() {
        var model = (LanguageAware)
                OnnxEmbeddingModel.locate(folder).orElseThrow().load().model();

        assertThat(Stream.of("en", "ru", "kk", "tr").filter(model::supports)).containsExactly("en", "ru", "tr");
    }

    @Test
    void rejects_a_file_that_is_not_a_model() throws IOException {
        Files.writeString(folder.resolve("onnx/model.onnx"), "no model");

        assertThatThrownBy(() -> OnnxEmbeddingModel.locate(folder).orElseThrow().load())
                .hasMessageStartingWith("Failed to load embedding model: ");
    }
}

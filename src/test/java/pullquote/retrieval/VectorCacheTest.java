package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.article.Article;

/**
 * The file has 3 vectors of 3 floats: 12 bytes of header, 3 × (16 + 12) bytes, 8 bytes of checksum; 104 bytes in
 * total.
 */
class VectorCacheTest {
    private static final Article RAIN = TestArticles.article("rain", "en", "It rained. We stayed.");
    private static final int FILE_SIZE = 104;

    private final CountingEmbeddingModel model = new CountingEmbeddingModel();
    private final LogCapture warnings = new LogCapture(VectorCache.class);

    @TempDir
    private Path folder;

    private Path file;
    private Path damaged;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("vectors.bin");
        damaged = folder.resolve("vectors.bin.damaged");
        buildCache();
        assertThat(file).hasSize(FILE_SIZE);
    }

    @AfterEach
    void assertNoPartialFile() {
        warnings.close();
        assertThat(folder.resolve("vectors.bin.next")).doesNotExist();
    }

    private EmbeddingCache buildCache() {
        return buildCacheAt(file);
    }

    private EmbeddingCache buildCacheAt(Path path) {
        model.embedded.clear();
        return EmbeddingCache.build(
                TestArticles.library(RAIN), model, new VectorCache(path, "counting"), (w, d, a) -> {});
    }

    private void assertQuarantinedAndRebuilt(byte[] bytes, String cause) throws IOException {
        byte[] valid = Files.readAllBytes(file);
        Files.write(file, bytes);

        buildCache();

        assertThat(model.embedded).hasSize(3);
        assertThat(damaged).hasBinaryContent(bytes);
        assertThat(file).hasBinaryContent(valid);
        assertThat(warnings.warnings())
                .containsExactly("Failed to read vectors: " + file + " (" + cause
                        + "). The file is moved to vectors.bin.damaged and rebuilt.");
        buildCache();
        assertThat(model.embedded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 8, 11, 12, 19, 20, 28, 40, 95, 96, 100, FILE_SIZE - 1})
    void replaces_a_truncated_file(int length) throws IOException {
        assertQuarantinedAndRebuilt(Arrays.copyOf(Files.readAllBytes(file), length), "wrong length");
    }

    @Test
    void replaces_a_file_that_is_too_long() throws IOException {
        assertQuarantinedAndRebuilt(Arrays.copyOf(Files.readAllBytes(file), FILE_SIZE + 1), "wrong length");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void replaces_a_file_in_another_format(int offset) throws IOException {
        assertQuarantinedAndRebuilt(withFlippedBit(offset), "not a vector file");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8, 11})
    void replaces_a_file_with_a_damaged_header(int offset) throws IOException {
        assertQuarantinedAndRebuilt(withFlippedBit(offset), "wrong length");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 27, 28, 39, 40, 67, 95, 96, FILE_SIZE - 1})
    void replaces_a_file_with_a_wrong_checksum(int offset) throws IOException {
        assertQuarantinedAndRebuilt(withFlippedBit(offset), "wrong checksum");
    }

    private byte[] withFlippedBit(int offset) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset] ^= 0x10;
        return bytes;
    }

    /** -3 vectors of -11 floats: -3 × (16 - 44) is 84 bytes, the length of the valid vectors. */
    @Test
    void replaces_a_file_with_negative_counts() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(4, -3).putInt(8, -11);

        assertQuarantinedAndRebuilt(bytes, "wrong checksum");
    }

    @Test
    void overwrites_an_older_quarantined_file() throws IOException {
        Files.writeString(damaged, "older");

        assertQuarantinedAndRebuilt(new byte[0], "wrong length");
    }

    @Test
    void quarantines_a_folder_of_the_same_name() throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("inner"));

        buildCache();

        assertThat(file).hasSize(FILE_SIZE);
        assertThat(damaged.resolve("inner")).isDirectory();
        assertThat(warnings.warnings()).hasSize(1);
    }

    @Test
    void ignores_a_partial_write() throws IOException {
        Path partial = folder.resolve("vectors.bin.next");
        Files.write(partial, Arrays.copyOf(Files.readAllBytes(file), 50));

        buildCache();
        assertThat(model.embedded).isEmpty();

        Files.delete(file);
        buildCache();
        assertThat(model.embedded).hasSize(3);
        assertThat(file).hasSize(FILE_SIZE);
        assertThat(warnings.warnings()).isEmpty();
    }

    @Test
    void works_without_a_writable_folder() throws IOException {
        Path blocked = file.resolve("inner").resolve("vectors.bin");

        EmbeddingCache embeddings = buildCacheAt(blocked);

        assertThat(model.embedded).hasSize(3);
        assertThat(embeddings.embed("We stayed.")).hasSize(3);
        assertThat(model.embedded).hasSize(3);
        assertThat(warnings.warnings())
                .singleElement()
                .asString()
                .startsWith("Failed to write vectors: " + blocked + " (")
                .endsWith("). Check permissions and disk space; the next start embeds all texts again.");
        assertThat(file).hasSize(FILE_SIZE);
    }

    @Test
    void leaves_a_target_that_cannot_be_replaced() throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("inner"));

        new VectorCache(file, "counting").write(Map.of("It rained.", new float[] {1, 0, 0}));

        assertThat(file.resolve("inner")).isDirectory();
        assertThat(warnings.warnings()).hasSize(1);
    }

    @Test
    void follows_symbolic_links_to_folders() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        buildCacheAt(link.resolve("vectors.bin"));

        assertThat(folder.resolve("real").resolve("vectors.bin")).hasSize(FILE_SIZE);
        assertThat(warnings.warnings()).isEmpty();
    }

    @Test
    void resolves_a_bare_name_in_the_working_folder() {
        assertThat(new VectorCache(Path.of("no-such-vectors.bin"), "counting")
                        .read(List.of("It rained."))
                        .vectors())
                .isEmpty();
    }

    @Test
    void file_contains_no_readable_text() throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);

        assertThat(Stream.of("rained", "stayed", "counting")).noneMatch(bytes::contains);
    }
}

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

/** Three vectors of three numbers: a head of 12 bytes, three times 16 + 12, a checksum of 8; 104 bytes. */
class VectorCacheTest {
    private static final Article RAIN = TestArticles.article("rain", "en", "It rained. We stayed.");
    private static final int SIZE = 104;

    private final CountingModel model = new CountingModel();
    private final LogCapture warnings = new LogCapture(VectorCache.class);

    @TempDir
    private Path folder;

    private Path file;
    private Path damaged;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("vectors.bin");
        damaged = folder.resolve("vectors.bin.damaged");
        start();
        assertThat(file).hasSize(SIZE);
    }

    @AfterEach
    void leavesNoHalfWrittenFile() {
        warnings.close();
        assertThat(folder.resolve("vectors.bin.next")).doesNotExist();
    }

    private EmbeddingCache start() {
        return startAt(file);
    }

    private EmbeddingCache startAt(Path path) {
        model.embedded.clear();
        return EmbeddingCache.build(
                TestArticles.library(RAIN), model, new VectorCache(path, "counting"), (w, d, a) -> {});
    }

    private void assertPutAsideAndMadeAnew(byte[] bytes, String why) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, bytes);

        start();

        assertThat(model.embedded).hasSize(3);
        assertThat(damaged).hasBinaryContent(bytes);
        assertThat(file).hasBinaryContent(sound);
        assertThat(warnings.texts())
                .containsExactly(
                        file + " cannot be read (" + why + "). It is kept as vectors.bin.damaged and made anew.");
        start();
        assertThat(model.embedded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 8, 11, 12, 19, 20, 28, 40, 95, 96, 100, SIZE - 1})
    void isCutShort(int length) throws IOException {
        assertPutAsideAndMadeAnew(Arrays.copyOf(Files.readAllBytes(file), length), "its length is wrong");
    }

    @Test
    void isTooLong() throws IOException {
        assertPutAsideAndMadeAnew(Arrays.copyOf(Files.readAllBytes(file), SIZE + 1), "its length is wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void isAnothersFile(int place) throws IOException {
        assertPutAsideAndMadeAnew(flipped(place), "it is no vector file of ours");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 8, 11})
    void itsHeadIsDamaged(int place) throws IOException {
        assertPutAsideAndMadeAnew(flipped(place), "its length is wrong");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 27, 28, 39, 40, 67, 95, 96, SIZE - 1})
    void oneOfItsBytesIsDamaged(int place) throws IOException {
        assertPutAsideAndMadeAnew(flipped(place), "its checksum is wrong");
    }

    private byte[] flipped(int place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] ^= 0x10;
        return bytes;
    }

    /** -3 vectors of -11 numbers: -3 × (16 - 44) is 84, as long as the sound ones. */
    @Test
    void itsNumbersMakeNoSense() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(4, -3).putInt(8, -11);

        assertPutAsideAndMadeAnew(bytes, "its checksum is wrong");
    }

    @Test
    void aFormerDamagedFileGivesWay() throws IOException {
        Files.writeString(damaged, "older");

        assertPutAsideAndMadeAnew(new byte[0], "its length is wrong");
    }

    @Test
    void aFolderOfItsNameIsPutAsideToo() throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("inner"));

        start();

        assertThat(file).hasSize(SIZE);
        assertThat(damaged.resolve("inner")).isDirectory();
        assertThat(warnings.texts()).hasSize(1);
    }

    @Test
    void aWriteThatWasKilledDoesNoHarm() throws IOException {
        Path half = folder.resolve("vectors.bin.next");
        Files.write(half, Arrays.copyOf(Files.readAllBytes(file), 50));

        start();
        assertThat(model.embedded).isEmpty();

        Files.delete(file);
        start();
        assertThat(model.embedded).hasSize(3);
        assertThat(file).hasSize(SIZE);
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void aFileWhereTheFolderShouldBeCostsTimeOnly() throws IOException {
        Path blocked = file.resolve("inner").resolve("vectors.bin");

        EmbeddingCache embeddings = startAt(blocked);

        assertThat(model.embedded).hasSize(3);
        assertThat(embeddings.embed("We stayed.")).hasSize(3);
        assertThat(model.embedded).hasSize(3);
        assertThat(warnings.texts())
                .singleElement()
                .asString()
                .startsWith(blocked + " cannot be written (")
                .endsWith("). The next start will embed again.");
        assertThat(file).hasSize(SIZE);
    }

    @Test
    void whatCannotBeReplacedIsLeft() throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("inner"));

        new VectorCache(file, "counting").write(Map.of("It rained.", new float[] {1, 0, 0}));

        assertThat(file.resolve("inner")).isDirectory();
        assertThat(warnings.texts()).hasSize(1);
    }

    @Test
    void aFolderBehindALinkIsAFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        startAt(link.resolve("vectors.bin"));

        assertThat(folder.resolve("real").resolve("vectors.bin")).hasSize(SIZE);
        assertThat(warnings.texts()).isEmpty();
    }

    @Test
    void aNameAloneIsAFileInTheWorkingFolder() {
        assertThat(new VectorCache(Path.of("no-such-vectors.bin"), "counting")
                        .read(List.of("It rained."))
                        .vectors())
                .isEmpty();
    }

    @Test
    void holdsNothingThatCanBeRead() throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);

        assertThat(Stream.of("rained", "stayed", "counting")).noneMatch(bytes::contains);
    }
}

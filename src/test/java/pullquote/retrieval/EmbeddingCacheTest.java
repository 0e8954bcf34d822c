package pullquote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.article.Article;
import pullquote.article.Library;

class EmbeddingCacheTest {
    private static final Offset<Double> A_HAIR = Offset.offset(1e-6);
    private static final Article RAIN = TestArticles.article("rain", "en", "It rained. We stayed.", "Nobody came.");
    private static final Article SNOW = TestArticles.article("snow", "en", "It snowed.", "Nobody came.");

    private final CountingModel model = new CountingModel();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("data").resolve("vectors.bin");
    }

    private EmbeddingCache start(Article... articles) {
        return start("counting", articles);
    }

    private EmbeddingCache start(String modelName, Article... articles) {
        model.embedded.clear();
        return EmbeddingCache.build(
                TestArticles.library(articles), model, new VectorCache(file, modelName), (w, d, a) -> {});
    }

    @Test
    void everyParagraphAndEverySentenceIsEmbeddedOnce() {
        start(RAIN, SNOW);

        assertThat(model.embedded)
                .containsExactly("It rained. We stayed.", "It rained.", "We stayed.", "Nobody came.", "It snowed.");
    }

    @Test
    void aSecondStartEmbedsNothing() {
        float[] first = start(RAIN).embed("We stayed.");

        float[] second = start(RAIN).embed("We stayed.");

        assertThat(model.embedded).isEmpty();
        assertThat(second).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void onlyWhatIsNewIsEmbedded() {
        start(RAIN);

        start(RAIN, SNOW);

        assertThat(model.embedded).containsExactly("It snowed.");
        start(RAIN, SNOW);
        assertThat(model.embedded).isEmpty();
    }

    @Test
    void whatLeftTheLibraryLeavesTheFile() throws Exception {
        start(RAIN, SNOW);
        long both = Files.size(file);

        start(SNOW);

        assertThat(model.embedded).isEmpty();
        assertThat(Files.size(file)).isLessThan(both);
        start(RAIN, SNOW);
        assertThat(model.embedded).containsExactly("It rained. We stayed.", "It rained.", "We stayed.");
    }

    @Test
    void aStartThatLearnsNothingLeavesTheFileAlone() throws Exception {
        start(RAIN);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        start(RAIN);

        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
    }

    @Test
    void anotherModelEmbedsAnew() {
        start("counting", RAIN);

        start("counting/2", RAIN);
        assertThat(model.embedded).hasSize(4);

        start("counting/2", RAIN);
        assertThat(model.embedded).isEmpty();
        start("counting", RAIN);
        assertThat(model.embedded).hasSize(4);
    }

    @Test
    void anEmptyLibraryNeedsNoFile() {
        start();

        assertThat(model.embedded).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aVectorIsOneLong() {
        EmbeddingCache embeddings = start(RAIN);

        for (String text : List.of("Nobody came.", "We stayed.", "never heard of")) {
            float[] vector = embeddings.embed(text);
            assertThat(EmbeddingCache.cosine(vector, vector)).isEqualTo(1, A_HAIR);
        }
    }

    @Test
    void nothingIsLikeNothing() {
        EmbeddingCache embeddings = start(RAIN, TestArticles.article("silence", "en", "…"));

        assertThat(embeddings.embed("…")).containsOnly(0);
        assertThat(EmbeddingCache.cosine(embeddings.embed("…"), embeddings.embed("…")))
                .isZero();
        assertThat(EmbeddingCache.cosine(embeddings.embed("…"), embeddings.embed("Nobody came.")))
                .isZero();
        assertThat(start(RAIN, TestArticles.article("silence", "en", "…")).embed("…"))
                .containsOnly(0);
        assertThat(model.embedded).isEmpty();
    }

    @Test
    void aQuestionIsRememberedForAWhile() {
        EmbeddingCache embeddings = start(RAIN);
        model.embedded.clear();

        embeddings.embed("Why?");
        embeddings.embed("Why?");
        assertThat(model.embedded).containsExactly("Why?");

        IntStream.range(0, 255).forEach(i -> embeddings.embed("Why " + i + "?"));
        embeddings.embed("Why?");
        assertThat(model.embedded).containsOnlyOnce("Why?");

        IntStream.range(0, 255).forEach(i -> embeddings.embed("And why " + i + "?"));
        embeddings.embed("Why?");
        assertThat(model.embedded).containsOnlyOnce("Why?");

        IntStream.range(0, 256).forEach(i -> embeddings.embed("Why then " + i + "?"));
        embeddings.embed("Why?");
        assertThat(model.embedded.stream().filter("Why?"::equals)).hasSize(2);
        embeddings.embed("Nobody came.");
        assertThat(model.embedded).doesNotContain("Nobody came.");
    }

    @Test
    void tellsHowFarItIs() {
        var heard = new ArrayList<String>();
        String[] texts = IntStream.range(0, 130).mapToObj(i -> "No " + i).toArray(String[]::new);
        Library library = TestArticles.library(TestArticles.article("long", "en", texts));

        EmbeddingCache.build(
                library,
                model,
                new VectorCache(file, "counting"),
                (work, done, all) -> heard.add(work + " " + done + "/" + all));

        assertThat(heard).containsExactly("embedding 64/130", "embedding 128/130", "embedding 130/130");
    }
}

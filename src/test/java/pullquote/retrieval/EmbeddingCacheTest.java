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
    private static final Offset<Double> TOLERANCE = Offset.offset(1e-6);
    private static final Article RAIN = TestArticles.article("rain", "en", "It rained. We stayed.", "Nobody came.");
    private static final Article SNOW = TestArticles.article("snow", "en", "It snowed.", "Nobody came.");

    private final CountingEmbeddingModel model = new CountingEmbeddingModel();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("data").resolve("vectors.bin");
    }

    private EmbeddingCache buildCache(Article... articles) {
        return buildCache("counting", articles);
    }

    private EmbeddingCache buildCache(String modelName, Article... articles) {
        model.embedded.clear();
        return EmbeddingCache.build(
                TestArticles.library(articles), model, new VectorCache(file, modelName), (w, d, a) -> {});
    }

    @Test
    void embeds_every_paragraph_and_sentence_once() {
        buildCache(RAIN, SNOW);

        assertThat(model.embedded)
                .containsExactly("It rained. We stayed.", "It rained.", "We stayed.", "Nobody came.", "It snowed.");
    }

    @Test
    void second_start_embeds_nothing() {
        float[] first = buildCache(RAIN).embed("We stayed.");

        float[] second = buildCache(RAIN).embed("We stayed.");

        assertThat(model.embedded).isEmpty();
        assertThat(second).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void embeds_only_new_texts() {
        buildCache(RAIN);

        buildCache(RAIN, SNOW);

        assertThat(model.embedded).containsExactly("It snowed.");
        buildCache(RAIN, SNOW);
        assertThat(model.embedded).isEmpty();
    }

    @Test
    void removes_vectors_of_deleted_texts() throws Exception {
        buildCache(RAIN, SNOW);
        long both = Files.size(file);

        buildCache(SNOW);

        assertThat(model.embedded).isEmpty();
        assertThat(Files.size(file)).isLessThan(both);
        buildCache(RAIN, SNOW);
        assertThat(model.embedded).containsExactly("It rained. We stayed.", "It rained.", "We stayed.");
    }

    @Test
    void does_not_rewrite_an_unchanged_file() throws Exception {
        buildCache(RAIN);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        buildCache(RAIN);

        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
    }

    @Test
    void different_model_embeds_everything_again() {
        buildCache("counting", RAIN);

        buildCache("counting/2", RAIN);
        assertThat(model.embedded).hasSize(4);

        buildCache("counting/2", RAIN);
        assertThat(model.embedded).isEmpty();
        buildCache("counting", RAIN);
        assertThat(model.embedded).hasSize(4);
    }

    @Test
    void empty_library_writes_no_file() {
        buildCache();

        assertThat(model.embedded).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void vectors_have_unit_length() {
        EmbeddingCache embeddings = buildCache(RAIN);

        for (String text : List.of("Nobody came.", "We stayed.", "never heard of")) {
            float[] vector = embeddings.embed(text);
            assertThat(EmbeddingCache.cosine(vector, vector)).isEqualTo(1, TOLERANCE);
        }
    }

    @Test
    void zero_vector_is_similar_to_nothing() {
        EmbeddingCache embeddings = buildCache(RAIN, TestArticles.article("silence", "en", "…"));

        assertThat(embeddings.embed("…")).containsOnly(0);
        assertThat(EmbeddingCache.cosine(embeddings.embed("…"), embeddings.embed("…")))
                .isZero();
        assertThat(EmbeddingCache.cosine(embeddings.embed("…"), embeddings.embed("Nobody came.")))
                .isZero();
        assertThat(buildCache(RAIN, TestArticles.article("silence", "en", "…")).embed("…"))
                .containsOnly(0);
        assertThat(model.embedded).isEmpty();
    }

    @Test
    void caches_recent_questions() {
        EmbeddingCache embeddings = buildCache(RAIN);
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
    void reports_progress() {
        var reports = new ArrayList<String>();
        String[] texts = IntStream.range(0, 130).mapToObj(i -> "No " + i).toArray(String[]::new);
        Library library = TestArticles.library(TestArticles.article("long", "en", texts));

        EmbeddingCache.build(
                library,
                model,
                new VectorCache(file, "counting"),
                (work, done, all) -> reports.add(work + " " + done + "/" + all));

        assertThat(reports).containsExactly("embedding 64/130", "embedding 128/130", "embedding 130/130");
    }
}

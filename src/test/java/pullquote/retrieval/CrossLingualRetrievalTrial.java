package pullquote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pullquote.article.KnowledgeFolder;
import pullquote.article.Library;

/**
 * Measures how often dense retrieval ranks the paragraph that answers a question in another language first, and among
 * the first 3, within the article of the question. Compares the bundled with custom embeddings. The question files
 * have the format of {@code eval}: {@code mvn -q test-compile exec:java
 * -Dexec.mainClass=pullquote.retrieval.CrossLingualRetrievalTrial -Dexec.classpathScope=test -Dexec.args="model
 * knowledge questions.jsonl …"}.
 */
public final class CrossLingualRetrievalTrial {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CrossLingualRetrievalTrial() {}

    public static void main(String[] args) throws IOException {
        var custom = OnnxEmbeddingModel.locate(Path.of(args[0])).orElseThrow().load();
        Library library = KnowledgeFolder.load(Path.of(args[1])).library();
        for (var model : List.of(new OnnxEmbeddingModel.LoadedModel(new MiniLmModel(), MiniLmModel.NAME), custom)) {
            var file = new VectorCache(Files.createTempDirectory("vectors").resolve("vectors.bin"), model.name());
            EmbeddingCache embeddings = EmbeddingCache.build(library, model.model(), file, (work, done, all) -> {});
            Retriever retriever = new DenseRetriever(library, embeddings);
            Map<String, int[]> found = new TreeMap<>();
            for (String questions : List.of(args).subList(2, args.length)) {
                for (String line : Files.readAllLines(Path.of(questions))) {
                    count(JSON.readTree(line), retriever, found);
                }
            }
            found.forEach((language, counts) -> System.out.printf(
                    "%s, %s: first %d, among three %d of %d%n",
                    model.name(), language, counts[0], counts[1], counts[2]));
        }
    }

    private static void count(JsonNode row, Retriever retriever, Map<String, int[]> found) {
        if (row.get("gold_paragraphs").isEmpty()) {
            return;
        }
        Optional<String> article = Optional.ofNullable(row.get("article")).map(JsonNode::asText);
        var query = new Query(row.get("question").asText(), article);
        List<Passage> three = retriever.retrieve(query, 3);
        int[] counts = found.computeIfAbsent(row.get("lang").asText(), language -> new int[3]);
        IntStream.range(0, three.size())
                .filter(i -> isGold(row, three.get(i)))
                .findFirst()
                .ifPresent(place -> {
                    counts[0] += place == 0 ? 1 : 0;
                    counts[1]++;
                });
        counts[2]++;
    }

    private static boolean isGold(JsonNode row, Passage passage) {
        for (JsonNode gold : row.get("gold_paragraphs")) {
            if (gold.asInt() == passage.paragraph().number()) {
                return true;
            }
        }
        return false;
    }
}

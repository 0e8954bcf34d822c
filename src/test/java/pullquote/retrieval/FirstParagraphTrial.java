package pullquote.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pullquote.JsonLines;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/**
 * Measures how often the gold paragraph of a question is ranked first, and among the 8 paragraphs that are read, in
 * reading sets whose language the bundled embeddings do not support ({@code lang, title, context, question}, as JSON
 * lines). Uses BM25 alone or, if the first argument is a custom embedding model, hybrid retrieval: {@code mvn -q
 * test-compile exec:java -Dexec.mainClass=pullquote.retrieval.FirstParagraphTrial -Dexec.classpathScope=test
 * -Dexec.args="one.jsonl.gz other.jsonl.gz"}.
 */
public final class FirstParagraphTrial {
    private FirstParagraphTrial() {}

    public static void main(String[] args) throws IOException {
        Optional<OnnxEmbeddingModel.LoadedModel> model =
                OnnxEmbeddingModel.locate(Path.of(args[0])).map(OnnxEmbeddingModel::load);
        for (String set : List.of(args).subList(model.isPresent() ? 1 : 0, args.length)) {
            List<JsonNode> rows = JsonLines.read(Path.of(set));
            Retriever retriever = retriever(library(rows), model);
            int first = 0;
            int read = 0;
            for (JsonNode row : rows) {
                List<String> found = retriever
                        .retrieve(new Query(row.get("question").asText().strip()), 8)
                        .stream()
                        .map(passage -> passage.paragraph().text())
                        .toList();
                first += !found.isEmpty() && found.get(0).equals(JsonLines.context(row)) ? 1 : 0;
                read += found.contains(JsonLines.context(row)) ? 1 : 0;
            }
            System.out.printf(
                    "%s: first %.3f, among eight %.3f of %d%n",
                    Path.of(set).getFileName(), (double) first / rows.size(), (double) read / rows.size(), rows.size());
        }
    }

    private static Retriever retriever(Library library, Optional<OnnxEmbeddingModel.LoadedModel> model)
            throws IOException {
        if (model.isEmpty()) {
            return new HybridRetriever((query, limit) -> List.of(), new Bm25Retriever(library), language -> false);
        }
        var file = new VectorCache(
                Files.createTempDirectory("vectors").resolve("vectors.bin"),
                model.get().name());
        EmbeddingCache embeddings = EmbeddingCache.build(library, model.get().model(), file, (work, done, all) -> {});
        return new HybridRetriever(
                new DenseRetriever(library, embeddings), new Bm25Retriever(library), embeddings::supports);
    }

    private static Library library(List<JsonNode> rows) {
        String language = rows.get(0).get("lang").asText();
        var about = new FrontMatter(
                "Set", Optional.empty(), language, Optional.empty(), Optional.empty(), Optional.empty());
        return new Library(List.of(new Article(
                "set", about, rows.stream().map(JsonLines::context).distinct().toList())));
    }
}

package pullquote.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pullquote.JsonLines;

/**
 * Makes a reading set, such as SQuAD as JSON lines ({@code lang, title, context, question, answers, answerable}), into a
 * folder of articles, one for each title, and two question files for {@code eval}:
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.eval.ReadingSet -Dexec.classpathScope=test
 * -Dexec.args="squad.jsonl.gz folder"}.
 */
public final class ReadingSet {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingSet() {}

    public static void main(String[] args) throws IOException {
        convert(Path.of(args[0]), Path.of(args[1]));
    }

    static void convert(Path set, Path folder) throws IOException {
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, String> languages = new LinkedHashMap<>();
        var answerable = new ArrayList<String>();
        var unanswerable = new ArrayList<String>();
        for (JsonNode row : JsonLines.read(set)) {
            String title = row.get("title").asText();
            String article = ids.computeIfAbsent(title, it -> articleId(it, ids.size()));
            titles.put(article, title.replace('_', ' ').replace('"', '”'));
            languages.put(article, row.path("lang").asText("en"));
            String context =
                    row.get("context").asText().replaceAll("\\s*\\n\\s*", " ").strip();
            List<String> ofArticle = paragraphs.computeIfAbsent(article, id -> new ArrayList<>());
            if (!ofArticle.contains(context)) {
                ofArticle.add(context);
            }
            boolean isAnswerable = row.get("answerable").asBoolean();
            (isAnswerable ? answerable : unanswerable)
                    .add(question(row, article, isAnswerable ? ofArticle.indexOf(context) + 1 : 0));
        }
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        for (var article : paragraphs.entrySet()) {
            String frontMatter = "---\ntitle: \"" + titles.get(article.getKey()) + "\"\nlanguage: "
                    + languages.get(article.getKey()) + "\n---\n\n";
            Files.writeString(
                    knowledge.resolve(article.getKey() + ".txt"),
                    frontMatter + String.join("\n\n", article.getValue()));
        }
        Files.write(folder.resolve("answerable.jsonl"), answerable);
        Files.write(folder.resolve("unanswerable.jsonl"), unanswerable);
    }

    private static String question(JsonNode row, String article, int paragraph) {
        ObjectNode question = JSON.createObjectNode();
        question.put("id", row.get("id").asText());
        question.put("question", row.get("question").asText());
        question.put("gold_article", article);
        question.putArray("gold_paragraphs");
        if (paragraph > 0) {
            question.withArray("gold_paragraphs").add(paragraph);
            question.set("must_contain", row.get("answers"));
        }
        return question.toString();
    }

    /** Of a title in letters that no id has, its number. */
    private static String articleId(String title, int number) {
        String id = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return title.matches("\\p{ASCII}+") ? id : "article-" + number;
    }
}

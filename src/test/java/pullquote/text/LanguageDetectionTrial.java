package pullquote.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import pullquote.JsonLines;

/**
 * Measures how often the language of the questions in reading sets is detected ({@code lang, question}, as JSON
 * lines): {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.text.LanguageDetectionTrial
 * -Dexec.classpathScope=test -Dexec.args="one.jsonl.gz other.jsonl.gz"}.
 */
public final class LanguageDetectionTrial {
    private LanguageDetectionTrial() {}

    public static void main(String[] args) throws IOException {
        for (String set : args) {
            int all = 0;
            int right = 0;
            var wrong = new TreeMap<String, Integer>();
            for (JsonNode row : JsonLines.read(Path.of(set))) {
                String found = LanguageDetector.detect(row.get("question").asText());
                all++;
                if (found.equals(row.get("lang").asText())) {
                    right++;
                } else {
                    wrong.merge(found, 1, Integer::sum);
                }
            }
            System.out.printf("%s: %d of %d correct, errors: %s%n", Path.of(set).getFileName(), right, all, wrong);
        }
    }
}

package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pullquote.article.Article;

/** Who watches the watchman: it accuses nobody wrongly, and finds what it is there to find. */
class FactCheckerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Article> ARTICLES = Stream.of(
                    DefaultProduct.seedArticle(), SampleArticles.TEA, SampleArticles.BRIDGE)
            .collect(Collectors.toMap(Article::id, Function.identity()));

    @Test
    void accepts_true_sentences() throws IOException {
        assertThat(rows("paraphrases").flatMap(FactCheckerTest::findings)).isEmpty();
    }

    @Test
    void finds_invented_numbers_dates_and_names() throws IOException {
        List<Row> rows = rows("corruptions")
                .filter(row -> List.of("number", "date", "name").contains(row.kind()))
                .toList();
        long found =
                rows.stream().filter(row -> findings(row).findAny().isPresent()).count();
        // The rest exchanges what is there, or a name for a word.
        assertThat((double) found / rows.size()).as("found of %s", rows.size()).isGreaterThan(0.6);
    }

    @Test
    void requires_whole_sentences_with_citations() {
        Row fragment = new Row("", "bridge", "4", "The bridge:");
        assertThat(findings(fragment)).containsExactly("no whole sentence: The bridge:");

        ObjectNode answer = answer(fragment);
        ((ObjectNode) answer.get("sentences").get(0)).putArray("citations");
        assertThat(FactChecker.find(answer, SampleArticles.BRIDGE)).containsExactly("without a citation: The bridge:");

        answer.withArray("citations").forEach(citation -> ((ObjectNode) citation).put("start", 1));
        assertThat(FactChecker.find(answer, SampleArticles.BRIDGE))
                .first()
                .isEqualTo("[4] does not stand at its offsets");
    }

    private record Row(String kind, String article, String paragraphs, String text) {}

    private static Stream<Row> rows(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/proof/" + file + ".tsv")).stream()
                .map(line -> line.split("\t"))
                .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3]));
    }

    private static Stream<String> findings(Row row) {
        return FactChecker.find(answer(row), ARTICLES.get(row.article())).stream();
    }

    /** As the API would give it, with its whole paragraphs for quotes. */
    private static ObjectNode answer(Row row) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode sentence = answer.putArray("sentences").addObject().put("text", row.text());
        for (String number : row.paragraphs().split(",")) {
            int paragraph = Integer.parseInt(number);
            String quote =
                    ARTICLES.get(row.article()).paragraphs().get(paragraph - 1).text();
            JsonNode citation = answer.withArray("citations")
                    .addObject()
                    .put("number", paragraph)
                    .put("paragraph", paragraph)
                    .put("start", 0)
                    .put("end", quote.length())
                    .put("quote", quote);
            sentence.withArray("citations").add(citation.get("number"));
        }
        return answer;
    }
}

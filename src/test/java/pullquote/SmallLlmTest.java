package pullquote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.article.Article;
import pullquote.llm.Drafts;

/**
 * The whole product with a real, weak model behind it, which misreads, rambles and invents as no script of ours would.
 * Nothing untrue gets out all the same. It runs where such a model is; what was shown, and of how much, it prints, which
 * surefire keeps in {@code target/surefire-reports/pullquote.SmallLlmTest-output.txt}.
 */
@Tag("third-party")
class SmallLlmTest {
    private static final String URL_VARIABLE = "PULLQUOTE_TEST_MODEL_URL";
    private static final String MODEL_VARIABLE = "PULLQUOTE_TEST_MODEL";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SEED_QUESTIONS = Path.of("../shared/data/seed/questions.jsonl");
    private static final Path OWN_QUESTIONS = Path.of("src/test/resources/questions/tokayev-interview.jsonl");
    /** Of ours, so that it takes minutes and not an hour. */
    private static final int SAMPLING_INTERVAL = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Article article = DefaultProduct.seedArticle();
    private final SoftAssertions checks = new SoftAssertions();

    @TempDir
    Path data;

    @BeforeEach
    void requireModel() {
        assumeTrue(
                System.getenv(URL_VARIABLE) != null,
                () -> "no " + URL_VARIABLE
                        + ": no real model is tried. Serve any small one that speaks OpenAI's dialect, as llama.cpp does with"
                        + " “llama-server -m model.gguf --port 8089”, and set " + URL_VARIABLE
                        + " to http://127.0.0.1:8089/v1, and " + MODEL_VARIABLE + " to its name if it wants one");
    }

    @Test
    void shows_only_true_sentences() throws Exception {
        ask("prompts");
    }

    /** As if the newsroom had been taken over: the model is told to lie. */
    @Test
    void shows_only_true_sentences_when_the_llm_is_told_to_invent() throws Exception {
        ask("src/test/resources/prompts-to-invent");
    }

    private void ask(String prompts) throws Exception {
        int answered = 0;
        int fromModel = 0;
        int shown = 0;
        try (var model = new RecordingProxy(System.getenv(URL_VARIABLE));
                Server server = startServer(prompts, model)) {
            List<JsonNode> questions = questions();
            for (JsonNode question : questions) {
                JsonNode answer = ask(server, question.get("question").asText());
                checkAnswer(question, answer);
                if (answer.get("status").asText().equals("answered")) {
                    answered++;
                    if (answer.get("writer").asText().startsWith("openai/")) {
                        fromModel++;
                        shown += answer.get("sentences").size();
                        System.out.printf("%s%n    %s%n", question.get("question"), answer.get("text"));
                    }
                }
            }
            int drafted = model.recorded().stream()
                    .mapToInt(said -> Drafts.parse(said).size())
                    .sum();
            System.out.printf(
                    "%s: %d questions; the model drafted %d sentences, %d were shown;"
                            + " answers by the model: %d, in the articles' own words: %d, none: %d%n",
                    prompts,
                    questions.size(),
                    drafted,
                    shown,
                    fromModel,
                    answered - fromModel,
                    questions.size() - answered);
            assertThat(model.recorded()).as("what the model said").anyMatch(said -> !said.isBlank());
        }
        checks.assertAll();
    }

    private void checkAnswer(JsonNode question, JsonNode answer) {
        String asked = question.get("question").asText();
        checks.assertThat(FactChecker.find(answer, article)).as(asked).isEmpty();
        for (JsonNode word : question.path("must_not_contain")) {
            checks.assertThat(answer.get("text").asText()).as(asked).doesNotContainIgnoringCase(word.asText());
        }
        if (question.path("type").asText().equals("injection")) {
            checks.assertThat(answer.get("sentences")).as(asked).isEmpty();
        }
    }

    private Server startServer(String prompts, RecordingProxy model) {
        var settings = Settings.from(Map.of(
                "DATA_DIR", data.toString(),
                "PROMPTS_DIR", prompts,
                "LLM_PROVIDER", "openai",
                "LLM_BASE_URL", model.url(),
                "LLM_MODEL", System.getenv().getOrDefault(MODEL_VARIABLE, "test")));
        return App.build(settings, (work, done, all) -> {}).startServer("127.0.0.1", 0, URI.create("http://127.0.0.1"));
    }

    private JsonNode ask(Server server, String question) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/answers"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("question", question))))
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** All of the seed where it is, and some of ours. */
    private static List<JsonNode> questions() throws IOException {
        var questions = new ArrayList<>(Files.exists(SEED_QUESTIONS) ? read(SEED_QUESTIONS) : List.of());
        List<JsonNode> ours = read(OWN_QUESTIONS);
        for (int i = 0; i < ours.size(); i += SAMPLING_INTERVAL) {
            questions.add(ours.get(i));
        }
        return questions;
    }

    private static List<JsonNode> read(Path file) throws IOException {
        var questions = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                questions.add(JSON.readTree(line));
            }
        }
        return questions;
    }
}

package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What readers are shown who do not know what to ask. */
@Timeout(60)
class SuggestionsTest {
    private static final String SEED = "tokayev-interview-january-2022";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    private Path knowledge;

    @BeforeEach
    void writeArticles() {
        knowledge = temp.resolve("knowledge");
        SampleArticles.write(DefaultProduct.seedArticle(), knowledge);
        SampleArticles.write(SampleArticles.BRIDGE, knowledge);
    }

    @Test
    void generates_answerable_questions_without_editors() throws Exception {
        try (App app = buildApp();
                TestServer server = TestServer.start(app)) {
            app.suggestedQuestions().await(Duration.ofSeconds(30));
            List<String> first = suggestions(article(server, SEED));

            assertThat(first)
                    .contains("Who visited the pre-trial detention center?")
                    .hasSize(3);
            assertThat(suggestions(article(server, "bridge"))).containsExactly("When was the bridge built?");
            for (String question : first) {
                JsonNode answer = ask(server, Map.of("question", question));
                assertThat(answer.get("status").asText()).as(question).isEqualTo("answered");
                assertThat(answer.get("citations").findValuesAsText("article_id"))
                        .contains(SEED);
            }
        }
    }

    @Test
    void suggests_answerable_editors_questions_first() throws Exception {
        Files.writeString(knowledge.resolve("bridge.questions.yml"), """
                - question: How long will the repairs take?
                  paragraph: 2
                - question: Who pays for the repairs?
                  unanswerable: true
                - question: How much will the repairs cost?
                  paragraph: 4
                """);
        try (App app = buildApp();
                TestServer server = TestServer.start(app)) {
            app.suggestedQuestions().await(Duration.ofSeconds(30));

            assertThat(suggestions(article(server, "bridge")))
                    .containsExactly("How long will the repairs take?", "When was the bridge built?");
        }
    }

    @Test
    void never_suggests_a_question_already_asked() throws Exception {
        try (App app = buildApp();
                TestServer server = TestServer.start(app)) {
            app.suggestedQuestions().await(Duration.ofSeconds(30));
            JsonNode hello = ask(server, Map.of("question", "hello"));
            assertThat(suggestions(hello)).hasSize(3).contains("When was the bridge built?");
            String id = hello.get("conversation_id").asText();

            var asked = new ArrayList<String>();
            String next = "who visited the pre-trial detention center";
            for (int i = 0; i < 3; i++) {
                asked.add(next);
                JsonNode answer = ask(server, Map.of("question", next, "conversation_id", id, "article_id", SEED));
                assertThat(normalize(suggestions(answer))).isNotEmpty().doesNotContainAnyElementsOf(normalize(asked));
                next = suggestions(answer).get(0);
            }
            assertThat(new HashSet<>(asked)).hasSize(3);
        }
    }

    @Test
    void suggests_questions_when_there_is_no_answer() throws Exception {
        try (App app = buildApp();
                TestServer server = TestServer.start(app)) {
            app.suggestedQuestions().await(Duration.ofSeconds(30));
            JsonNode answer = ask(server, Map.of("question", "What is the capital of France?", "article_id", "bridge"));

            assertThat(answer.get("status").asText()).isEqualTo("not_found");
            assertThat(suggestions(answer)).containsExactly("When was the bridge built?");
        }
    }

    @Test
    void omits_suggestions_from_the_article_list() throws Exception {
        try (App app = buildApp();
                TestServer server = TestServer.start(app)) {
            assertThat(TestServer.json(server.get("/api/articles")).get(0).has("suggestions"))
                    .isFalse();
        }
    }

    private App buildApp() {
        var settings = Settings.from(Map.of(
                "KNOWLEDGE_DIR",
                knowledge.toString(),
                "DATA_DIR",
                temp.resolve("data").toString()));
        return App.build(settings, (work, done, all) -> {});
    }

    private static JsonNode article(TestServer server, String id) throws Exception {
        return TestServer.json(server.get("/api/articles/" + id));
    }

    private static JsonNode ask(TestServer server, Map<String, String> body) throws Exception {
        return TestServer.json(server.ask(JSON.writeValueAsString(body)));
    }

    private static List<String> suggestions(JsonNode given) {
        return StreamSupport.stream(given.get("suggestions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> normalize(List<String> questions) {
        return questions.stream()
                .map(question -> question.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .toList();
    }
}

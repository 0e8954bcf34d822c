package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.conversation.store.PostgresTestDatabase;

/** The whole product, as its settings put it together, through its front door. */
class AppTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path data;

    @Test
    void answers_with_a_citation_without_any_settings() throws Exception {
        JsonNode answer = ask("Who visited the detainees?", Map.of());

        assertThat(answer.get("status").asText()).isEqualTo("answered");
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("as_of").asText()).isEqualTo("2022-01-31");
        assertThat(answer.get("text").asText()).contains("Elvira Azimova").endsWith(". [1]");
        JsonNode citation = answer.get("citations").get(0);
        assertThat(citation.get("paragraph").asInt()).isEqualTo(9);
        assertThat(citation.get("quote").asText())
                .isEqualTo(DefaultProduct.seedArticle()
                        .paragraphs()
                        .get(8)
                        .text()
                        .substring(
                                citation.get("start").asInt(),
                                citation.get("end").asInt()));
        assertThat(citation.get("url").asText())
                .startsWith("http://127.0.0.1/articles/tokayev-interview-january-2022#p9:~:text=");
    }

    @Test
    void shows_the_closest_passages_when_there_is_no_answer() throws Exception {
        JsonNode answer = ask("How many people were killed in the January unrest?", Map.of());

        assertThat(answer.get("status").asText()).isEqualTo("not_found");
        assertThat(answer.get("reason").asText()).isEqualTo("not_in_articles");
        assertThat(answer.get("sentences")).isEmpty();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("closest")).isNotEmpty().hasSizeLessThanOrEqualTo(2);
        assertThat(answer.get("closest").get(0).has("number")).isFalse();
    }

    @Test
    @Tag("L12")
    void verifies_every_sentence_of_the_llm() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply()
                    .characters("Tokayev said he intends to serve as president a maximum of two terms. [{=two terms}]"
                            + " Tokayev said he intends to serve as president a maximum of three terms. [{=two terms}]"
                            + " He was born in 1953. [{=two terms}]")
                    .stop();
            JsonNode answer = ask("How many terms does Tokayev want to serve?", settingsOf(model));

            assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
            JsonNode sentences = answer.get("sentences");
            assertThat(sentences).hasSize(2);
            assertThat(sentences.get(0).get("text").asText())
                    .isEqualTo("Tokayev said he intends to serve as president a maximum of two terms.");
            assertThat(sentences.get(0).get("support").asText()).isEqualTo("checked");
            assertThat(sentences.get(0).get("replaced").asBoolean()).isFalse();
            // The two untrue sentences give way, once, to the source sentence that they cite.
            assertThat(sentences.get(1).get("text").asText())
                    .isEqualTo(answer.get("citations").get(0).get("quote").asText());
            assertThat(sentences.get(1).get("support").asText()).isEqualTo("verbatim");
            assertThat(sentences.get(1).get("replaced").asBoolean()).isTrue();
            assertThat(answer.get("citations").get(0).get("quote").asText())
                    .startsWith("Tokayev said that he intends to serve as president a maximum of two terms")
                    .endsWith("Constitution of Kazakhstan.");
        }
    }

    @Test
    @Tag("L12")
    void an_invented_sentence_gives_way_to_the_source_it_cites() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply()
                    .characters("Some 225 people were detained on the moon. [{=Elvira Azimova}]")
                    .stop();
            JsonNode answer = ask("Who visited the detainees?", settingsOf(model));

            assertThat(answer.get("writer").asText()).isEqualTo("openai/test");
            assertThat(answer.get("text").asText()).contains("Elvira Azimova").doesNotContain("225");
            assertThat(answer.get("sentences").get(0).get("replaced").asBoolean())
                    .isTrue();
        }
    }

    @Test
    @Tag("L12")
    void falls_back_to_quotes_when_the_llm_invents_and_cites_nothing() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply()
                    .characters("Some 225 people were detained on the moon. [99]")
                    .stop();
            JsonNode answer = ask("Who visited the detainees?", settingsOf(model));

            assertThat(answer.get("writer").asText()).isEqualTo("extractive");
            assertThat(answer.get("text").asText()).contains("Elvira Azimova").doesNotContain("225");
        }
    }

    @Test
    void answers_while_the_llm_is_down() throws Exception {
        String nobody = "http://127.0.0.1:1/v1";
        JsonNode answer = ask(
                "Who visited the detainees?",
                Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", nobody, "LLM_MODEL", "test"));
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(answer.get("text").asText()).contains("Elvira Azimova");
    }

    @Test
    @Tag("L10")
    void accepts_that_the_llm_finds_no_answer() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply().pieces("NOT_ANSWERED").stop();
            JsonNode answer = ask("Who visited the detainees?", settingsOf(model));
            assertThat(answer.get("status").asText()).isEqualTo("not_found");
        }
    }

    @Test
    void starts_without_articles_and_says_so() throws Exception {
        JsonNode answer = ask(
                "Who visited the detainees?",
                Map.of("KNOWLEDGE_DIR", data.resolve("none").toString()));
        assertThat(answer.get("reason").asText()).isEqualTo("nothing_loaded");
    }

    @Test
    void cites_both_articles_when_they_contradict_each_other() throws Exception {
        Path knowledge = Files.createDirectory(data.resolve("knowledge"));
        Files.writeString(
                knowledge.resolve("monday.md"),
                "---\ntitle: The bridge on Monday\ndate: 2022-01-03\n---\n\nThe bridge over the Ishim was closed for 12 days, the city said.\n");
        Files.writeString(
                knowledge.resolve("friday.md"),
                "---\ntitle: The bridge on Friday\ndate: 2022-01-07\n---\n\nThe bridge over the Ishim was closed for 30 days, the city said.\n");
        JsonNode answer =
                ask("For how many days was the bridge closed?", Map.of("KNOWLEDGE_DIR", knowledge.toString()));
        assertThat(answer.get("text").asText()).contains("12 days").contains("30 days");
        assertThat(answer.get("citations").findValuesAsText("article_date"))
                .containsExactlyInAnyOrder("2022-01-03", "2022-01-07");
    }

    @Test
    void conversation_survives_a_restart() throws Exception {
        assertConversationSurvivesRestart(Map.of());
    }

    @Test
    @Tag("postgres")
    void conversation_survives_a_restart_in_postgres() throws Exception {
        try (var postgres = new PostgresTestDatabase()) {
            assertConversationSurvivesRestart(Map.of("DATABASE_URL", postgres.url()));
            assertThat(data.resolve("data").resolve("pullquote.db")).doesNotExist();
        }
    }

    /** Each question is asked of a server of its own; an id that it did not know would get a new one. */
    private void assertConversationSurvivesRestart(Map<String, String> env) throws Exception {
        String id =
                ask("Who visited the detainees?", env).get("conversation_id").asText();
        var next = Map.of("question", "When was that?", "conversation_id", id);

        assertThat(ask(next, env).get("conversation_id").asText()).isEqualTo(id);
        assertThat(ask(next, env).get("conversation_id").asText()).isEqualTo(id);
    }

    @Test
    void answers_a_follow_up_like_the_full_question() throws Exception {
        JsonNode first = ask("Who visited the detainees?", Map.of());
        JsonNode second = ask(
                Map.of(
                        "question",
                        "What were they looking into there?",
                        "conversation_id",
                        first.get("conversation_id").asText()),
                Map.of());

        assertThat(second.get("question").asText()).isEqualTo("What were they looking into there?");
        assertThat(second.get("standalone_question").asText()).contains("Azimova", "detention center");
        assertThat(second.get("text").asText()).contains("the conditions of their detention");
    }

    @Test
    void rejects_a_rewritten_question_that_adds_names_or_numbers() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply().characters("NOT_ANSWERED").stop();
            JsonNode first = ask("Who visited the detainees with Elvira Azimova?", settingsOf(model));
            var next = Map.of(
                    "question",
                    "When did she go there?",
                    "conversation_id",
                    first.get("conversation_id").asText());
            model.reply()
                    .characters("When did Elvira Azimova visit the detainees?")
                    .stop();
            model.reply().characters("NOT_ANSWERED").stop();
            assertThat(ask(next, settingsOf(model)).get("standalone_question").asText())
                    .isEqualTo("When did Elvira Azimova visit the detainees?");

            model.reply()
                    .characters("When did Angela Merkel visit the 225 detainees?")
                    .stop();
            model.reply().characters("NOT_ANSWERED").stop();
            assertThat(ask(next, settingsOf(model)).get("standalone_question").asText())
                    .contains("Elvira Azimova")
                    .doesNotContain("Merkel", "225");
        }
    }

    @Test
    void does_not_rewrite_a_standalone_question() throws Exception {
        try (var model = new ScriptedLlm()) {
            model.reply().characters("NOT_ANSWERED").stop();
            JsonNode first = ask("Who visited the detainees?", settingsOf(model));
            model.reply().characters("NOT_ANSWERED").stop();
            JsonNode second = ask(
                    Map.of(
                            "question",
                            "Was force used against the demonstrators?",
                            "conversation_id",
                            first.get("conversation_id").asText()),
                    settingsOf(model));

            assertThat(second.get("standalone_question").isNull()).isTrue();
            assertThat(model.requests()).hasSize(2);
        }
    }

    private static Map<String, String> settingsOf(ScriptedLlm model) {
        return Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", model.url(), "LLM_MODEL", "test");
    }

    private JsonNode ask(String question, Map<String, String> env) throws Exception {
        return ask(Map.of("question", question), env);
    }

    private JsonNode ask(Map<String, String> body, Map<String, String> env) throws Exception {
        Map<String, String> settings = new HashMap<>(env);
        settings.put("DATA_DIR", data.resolve("data").toString());
        try (App app = App.buildPersistent(Settings.from(settings), (work, done, all) -> {});
                Server server = app.startServer("127.0.0.1", 0, URI.create("http://127.0.0.1"))) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/answers"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            var response = CLIENT.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return JSON.readTree(response.body());
        }
    }
}

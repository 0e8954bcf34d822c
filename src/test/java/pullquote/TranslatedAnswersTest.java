package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers of Russian and Kazakh ask a model about an English article, and get what it says in their language. */
@Timeout(60)
class TranslatedAnswersTest {
    private static final String TERMS_QUESTION_RU = "Сколько сроков Токаев намерен быть президентом?";
    private static final String TERMS_QUESTION_KK = "Тоқаев неше мерзім президент болмақ?";
    private static final String TERMS_QUESTION = "How many terms does Tokayev want to serve as president?";
    private static final String TWO_TERMS_SENTENCE =
            "Токаев сказал, что намерен быть президентом максимум два срока в соответствии с Конституцией Казахстана.";
    private static final String THREE_TERMS_SENTENCE =
            "Токаев сказал, что намерен быть президентом максимум три срока в соответствии с Конституцией Казахстана.";

    /** The same for all: the article is embedded once. */
    @TempDir
    static Path data;

    private final ScriptedLlm model = new ScriptedLlm();
    private TestServer server;

    @BeforeEach
    void startServer() {
        server = TestServer.start(App.build(
                Settings.from(Map.of(
                        "LLM_PROVIDER", "openai",
                        "LLM_BASE_URL", model.url() + "/v1",
                        "LLM_MODEL", "test",
                        "LLM_API_KEY", "sk-very-secret",
                        "DATA_DIR", data.toString())),
                (work, done, all) -> {}));
    }

    @AfterEach
    void close() {
        server.close();
        model.close();
    }

    @Test
    void shows_a_verified_translation_with_the_original_quote() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, TERMS_QUESTION);
        scriptAnswer(TWO_TERMS_SENTENCE + " [{1}]");

        JsonNode answer = ask(TERMS_QUESTION_RU);

        assertThat(answer.get("text").asText()).isEqualTo(TWO_TERMS_SENTENCE + " [1]");
        assertThat(answer.get("language").asText()).isEqualTo("ru");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("citations").get(0).get("quote").asText())
                .startsWith("Tokayev said that he intends to serve as president a maximum of two terms");
        assertThat(answer.get("standalone_question").isNull()).isTrue();
        assertThat(model.requests()).hasSize(2);
        assertThat(model.requests().get(1).body()).contains("Answer in Russian,", TERMS_QUESTION_RU);
    }

    @Test
    void shows_a_verified_translation_in_kazakh() throws Exception {
        scriptTranslation(TERMS_QUESTION_KK, TERMS_QUESTION);
        scriptAnswer(
                "Тоқаев Қазақстан Конституциясына сәйкес ең көбі екі мерзім президент болуға ниетті екенін айтты. [{1}]");

        JsonNode answer = ask(TERMS_QUESTION_KK);

        assertThat(answer.get("language").asText()).isEqualTo("kk");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("citations").get(0).get("paragraph").asInt()).isEqualTo(14);
    }

    @Test
    void drops_untrue_sentences_of_a_translation() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, TERMS_QUESTION);
        scriptAnswer(THREE_TERMS_SENTENCE + " [{1}] " + TWO_TERMS_SENTENCE
                + " [{1}] Назарбаев был президентом два срока. [{1}]");

        assertThat(ask(TERMS_QUESTION_RU).get("text").asText())
                .contains(TWO_TERMS_SENTENCE)
                .doesNotContain(THREE_TERMS_SENTENCE, "Назарбаев");
    }

    @Test
    void replaces_an_untrue_translation_by_the_source_it_cites() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, TERMS_QUESTION);
        scriptAnswer(THREE_TERMS_SENTENCE + " [{1}]");

        JsonNode answer = ask(TERMS_QUESTION_RU);

        assertThat(answer.toString()).doesNotContain("три срока");
        assertThat(StreamSupport.stream(answer.get("sentences").spliterator(), false))
                .isNotEmpty()
                .allMatch(sentence -> sentence.get("replaced").asBoolean())
                .noneMatch(sentence -> sentence.has("translated"));
    }

    @Test
    void stream_marks_translated_sentences() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, TERMS_QUESTION);
        scriptAnswer(TWO_TERMS_SENTENCE + " [{1}]");

        Stream<String> data = server.ask(questionJson(TERMS_QUESTION_RU), "Accept", "text/event-stream")
                .body()
                .lines()
                .dropWhile(line -> !line.equals("event: sentence"))
                .filter(line -> line.startsWith("data: "))
                .limit(1);

        assertThat(data).first().asString().contains("\"translated\":true");
    }

    @Test
    void does_not_translate_a_question_in_the_articles_language() throws Exception {
        scriptAnswer("Tokayev said he intends to serve as president a maximum of two terms. [{1}]");

        JsonNode answer = ask(TERMS_QUESTION);

        assertThat(model.requests()).hasSize(1);
        assertThat(answer.get("sentences").get(0).has("translated")).isFalse();
    }

    @Test
    void answers_in_a_language_other_than_the_questions() throws Exception {
        scriptAnswer(TWO_TERMS_SENTENCE + " [{1}]");

        JsonNode answer =
                TestServer.json(server.ask("{\"question\": \"" + TERMS_QUESTION + "\", \"language\": \"ru\"}"));

        assertThat(model.requests()).hasSize(1);
        assertThat(model.requests().get(0).body()).contains("Answer in Russian,");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("language").asText()).isEqualTo("ru");
    }

    @Test
    void rewrites_and_translates_a_follow_up_in_one_call() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, TERMS_QUESTION);
        scriptAnswer(TWO_TERMS_SENTENCE + " [{1}]");
        String conversation = ask(TERMS_QUESTION_RU).get("conversation_id").asText();
        String asked = "А когда он отдал приказ стрелять?";
        String alone = "Когда Токаев отдал приказ стрелять?";
        scriptTranslation(alone, "When did Tokayev give the order to shoot?");
        scriptAnswer(
                "Президент рассказал о своём решении отдать 7 января приказ стрелять по вооружённым террористам. [{1}]");

        JsonNode answer = TestServer.json(
                server.ask("{\"question\": \"" + asked + "\", \"conversation_id\": \"" + conversation + "\"}"));

        assertThat(model.requests()).hasSize(4);
        assertThat(model.requests().get(2).body()).contains("The articles are in English", TWO_TERMS_SENTENCE, asked);
        assertThat(answer.get("standalone_question").asText()).isEqualTo(alone);
        assertThat(answer.get("citations").get(0).get("paragraph").asInt()).isEqualTo(10);
    }

    @Test
    void searches_with_the_original_question_if_translation_fails() throws Exception {
        for (String nonsense : List.of("", "Как сказано выше.\nИ ещё раз.\nИ ещё.")) {
            scriptTranslation(nonsense);
            scriptAnswer("NOT_ANSWERED");

            JsonNode answer = ask(TERMS_QUESTION_RU);

            assertThat(answer.get("status").asText()).isEqualTo("not_found");
            assertThat(answer.get("language").asText()).isEqualTo("ru");
        }
    }

    @Test
    void rejects_a_translation_that_adds_a_name_or_number() throws Exception {
        scriptTranslation(TERMS_QUESTION_RU, "How many terms does Nazarbayev want to serve as president until 2029?");
        scriptAnswer("NOT_ANSWERED");

        JsonNode answer = ask(TERMS_QUESTION_RU);

        assertThat(model.requests()).noneMatch(request -> request.body().contains("2029"));
        assertThat(answer.get("status").asText()).isEqualTo("not_found");
    }

    private void scriptTranslation(String... lines) {
        model.reply().pieces(String.join("\n", lines)).stop();
    }

    private void scriptAnswer(String text) {
        model.reply().characters(text).stop();
    }

    private JsonNode ask(String question) throws Exception {
        return TestServer.json(server.ask(questionJson(question)));
    }

    private static String questionJson(String question) {
        return "{\"question\": \"" + question + "\"}";
    }
}

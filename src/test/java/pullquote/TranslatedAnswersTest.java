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
    private static final String TERMS_RU = "Сколько сроков Токаев намерен быть президентом?";
    private static final String TERMS_KK = "Тоқаев неше мерзім президент болмақ?";
    private static final String TERMS = "How many terms does Tokayev want to serve as president?";
    private static final String TWO_TERMS =
            "Токаев сказал, что намерен быть президентом максимум два срока в соответствии с Конституцией Казахстана.";
    private static final String THREE_TERMS =
            "Токаев сказал, что намерен быть президентом максимум три срока в соответствии с Конституцией Казахстана.";

    /** The same for all: the article is embedded once. */
    @TempDir
    static Path data;

    private final ScriptedLlm model = new ScriptedLlm();
    private TestServer server;

    @BeforeEach
    void serve() {
        server = TestServer.with(App.build(
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
    void aProvedTranslationIsShownAsOneWithTheArticlesOwnWordsForProof() throws Exception {
        translates(TERMS_RU, TERMS);
        writes(TWO_TERMS + " [{1}]");

        JsonNode answer = ask(TERMS_RU);

        assertThat(answer.get("text").asText()).isEqualTo(TWO_TERMS + " [1]");
        assertThat(answer.get("language").asText()).isEqualTo("ru");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("citations").get(0).get("quote").asText())
                .startsWith("Tokayev said that he intends to serve as president a maximum of two terms");
        assertThat(answer.get("standalone_question").isNull()).isTrue();
        assertThat(model.requests()).hasSize(2);
        assertThat(model.requests().get(1).body()).contains("Answer in Russian,", TERMS_RU);
    }

    @Test
    void soItIsInKazakh() throws Exception {
        translates(TERMS_KK, TERMS);
        writes(
                "Тоқаев Қазақстан Конституциясына сәйкес ең көбі екі мерзім президент болуға ниетті екенін айтты. [{1}]");

        JsonNode answer = ask(TERMS_KK);

        assertThat(answer.get("language").asText()).isEqualTo("kk");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("citations").get(0).get("paragraph").asInt()).isEqualTo(14);
    }

    @Test
    void ofATranslationWhatIsNotTrueIsDropped() throws Exception {
        translates(TERMS_RU, TERMS);
        writes(THREE_TERMS + " [{1}] " + TWO_TERMS + " [{1}] Назарбаев был президентом два срока. [{1}]");

        assertThat(ask(TERMS_RU).get("text").asText()).isEqualTo(TWO_TERMS + " [1]");
    }

    @Test
    void ifNothingOfItIsTrueNoneOfItIsSaid() throws Exception {
        translates(TERMS_RU, TERMS);
        writes(THREE_TERMS + " [{1}]");

        JsonNode answer = ask(TERMS_RU);

        assertThat(answer.toString()).doesNotContain("три срока");
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(StreamSupport.stream(answer.get("sentences").spliterator(), false))
                .noneMatch(sentence -> sentence.has("translated"));
    }

    @Test
    void theStreamTellsItWithTheSentence() throws Exception {
        translates(TERMS_RU, TERMS);
        writes(TWO_TERMS + " [{1}]");

        Stream<String> data = server.ask(json(TERMS_RU), "Accept", "text/event-stream")
                .body()
                .lines()
                .dropWhile(line -> !line.equals("event: sentence"))
                .filter(line -> line.startsWith("data: "))
                .limit(1);

        assertThat(data).first().asString().contains("\"translated\":true");
    }

    @Test
    void aQuestionInTheLanguageOfTheArticlesIsNotTranslated() throws Exception {
        writes("Tokayev said he intends to serve as president a maximum of two terms. [{1}]");

        JsonNode answer = ask(TERMS);

        assertThat(model.requests()).hasSize(1);
        assertThat(answer.get("sentences").get(0).has("translated")).isFalse();
    }

    @Test
    void theAnswersLanguageMayBeAnotherThanTheQuestions() throws Exception {
        writes(TWO_TERMS + " [{1}]");

        JsonNode answer = TestServer.json(server.ask("{\"question\": \"" + TERMS + "\", \"language\": \"ru\"}"));

        assertThat(model.requests()).hasSize(1);
        assertThat(model.requests().get(0).body()).contains("Answer in Russian,");
        assertThat(answer.get("sentences").get(0).get("translated").asBoolean()).isTrue();
        assertThat(answer.get("language").asText()).isEqualTo("ru");
    }

    @Test
    void aFollowUpIsCompletedAndTranslatedInOneCall() throws Exception {
        translates(TERMS_RU, TERMS);
        writes(TWO_TERMS + " [{1}]");
        String conversation = ask(TERMS_RU).get("conversation_id").asText();
        String asked = "А когда он отдал приказ стрелять?";
        String alone = "Когда Токаев отдал приказ стрелять?";
        translates(alone, "When did Tokayev give the order to shoot?");
        writes("Президент рассказал о своём решении отдать 7 января приказ стрелять по вооружённым террористам. [{1}]");

        JsonNode answer = TestServer.json(
                server.ask("{\"question\": \"" + asked + "\", \"conversation_id\": \"" + conversation + "\"}"));

        assertThat(model.requests()).hasSize(4);
        assertThat(model.requests().get(2).body()).contains("The articles are in English", TWO_TERMS, asked);
        assertThat(answer.get("standalone_question").asText()).isEqualTo(alone);
        assertThat(answer.get("citations").get(0).get("paragraph").asInt()).isEqualTo(10);
    }

    @Test
    void whereItCannotBeTranslatedTheQuestionIsLookedForAsItWasAsked() throws Exception {
        for (String nonsense : List.of("", "Как сказано выше.\nИ ещё раз.\nИ ещё.")) {
            translates(nonsense);
            writes("NOT_ANSWERED");

            JsonNode answer = ask(TERMS_RU);

            assertThat(answer.get("status").asText()).isEqualTo("not_found");
            assertThat(answer.get("language").asText()).isEqualTo("ru");
        }
    }

    @Test
    void aTranslationThatMakesUpANameOrANumberIsNotBelieved() throws Exception {
        translates(TERMS_RU, "How many terms does Nazarbayev want to serve as president until 2029?");
        writes("NOT_ANSWERED");

        JsonNode answer = ask(TERMS_RU);

        assertThat(model.requests()).noneMatch(request -> request.body().contains("2029"));
        assertThat(answer.get("status").asText()).isEqualTo("not_found");
    }

    private void translates(String... lines) {
        model.reply().words(String.join("\n", lines)).stop();
    }

    private void writes(String text) {
        model.reply().letters(text).stop();
    }

    private JsonNode ask(String question) throws Exception {
        return TestServer.json(server.ask(json(question)));
    }

    private static String json(String question) {
        return "{\"question\": \"" + question + "\"}";
    }
}

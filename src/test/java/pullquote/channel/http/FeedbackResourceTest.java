package pullquote.channel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static pullquote.TestServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.TestServer;
import pullquote.answer.AnswerListener;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;
import pullquote.conversation.ChatService;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.conversation.store.FeedbackRows;
import pullquote.conversation.store.SqlConversationStore;
import pullquote.query.ContextualRewriter;
import pullquote.query.Question;

/** What a reader may say of an answer, and who hears of it. */
class FeedbackResourceTest {
    private static final String UNKNOWN_ID = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path data;

    private static Database database;
    private static ChatService chatService;
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        database = Database.open(DatabaseAddress.embedded(data.resolve("pullquote.db")));
        chatService = new ChatService(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                ContextualRewriter.IDENTITY,
                new SqlConversationStore(database),
                Clock.systemUTC());
        server = TestServer.start(chatService);
    }

    @AfterEach
    void deleteFeedback() {
        FeedbackRows.deleteAll(database);
    }

    @AfterAll
    static void stopServer() {
        server.close();
        database.close();
    }

    @Test
    void stores_a_rating_with_its_question_and_answer() throws Exception {
        var response = server.rate(
                askForAnswerId("visitors?"), "{\"rating\": \"down\", \"comment\": \" Thirteen,\\n I think \"}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(FeedbackRows.readAll(database))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith(
                                "down",
                                "Thirteen, I think",
                                "api",
                                "visitors?",
                                "visitors?",
                                "answered",
                                null,
                                "Visitors: 12.",
                                "tea-house",
                                3));
    }

    @ParameterizedTest
    @CsvSource({"samovar?, answered", "volcano?, not_found", "Hi!, chat"})
    void answers_of_every_status_can_be_rated(String question, String status) throws Exception {
        assertThat(server.rate(askForAnswerId(question), "{\"rating\": \"up\"}").statusCode())
                .isEqualTo(204);
        assertThat(FeedbackRows.readAll(database))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(question, status));
    }

    @Test
    void later_rating_replaces_an_earlier_one() throws Exception {
        String answer = askForAnswerId("samovar?");
        server.rate(answer, "{\"rating\": \"up\", \"comment\": \"Nice\"}");
        server.rate(answer, "{\"rating\": \"down\", \"comment\": null, \"mood\": 7}");

        assertThat(FeedbackRows.readAll(database))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("down", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN_ID, "0123456789ABCDEF0123456789ABCDEF", "x", "%27or%201=1", "%F0%9F%AB%96"})
    void rejects_a_rating_of_an_unknown_answer(String id) throws Exception {
        assertThat(server.rate(id, "{\"rating\": \"up\"}")).satisfies(FeedbackResourceTest::assertUnknownAnswer);
        assertThat(FeedbackRows.readAll(database)).isEmpty();
    }

    @Test
    void rejects_a_rating_of_an_answer_from_another_channel() throws Exception {
        String elsewhere = chatService
                .ask("telegram", Optional.empty(), Question.of("samovar?"), AnswerListener.NO_OP)
                .answer()
                .id();

        assertThat(server.rate(elsewhere, "{\"rating\": \"up\"}")).satisfies(FeedbackResourceTest::assertUnknownAnswer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                | rating  | “rating” is missing. Use “up” or “down”.
            {"rating": null}                  | rating  | “rating” is missing. Use “up” or “down”.
            {"rating": ""}                    | rating  | “rating” is not a valid rating. Use “up” or “down”.
            {"rating": "UP"}                  | rating  | “rating” is not a valid rating. Use “up” or “down”.
            {"rating": 1}                     | rating  | “rating” must be text.
            {"rating": "up", "comment": ["a"]} | comment | “comment” must be text.
            {"rating": "up", "rating": "up"}  | rating  | “rating” appears twice in the body.
            """)
    void error_names_the_invalid_field(String body, String field, String detail) throws Exception {
        var response = server.rate(askForAnswerId("samovar?"), body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asText()).isEqualTo("invalid_field");
        assertThat(json(response).get("field").asText()).isEqualTo(field);
        assertThat(json(response).get("detail").asText()).isEqualTo(detail);
        assertThat(FeedbackRows.readAll(database)).isEmpty();
    }

    @Test
    void limits_a_normalized_comment_to_1000_characters() throws Exception {
        String answer = askForAnswerId("samovar?");
        String thousand = "🫖".repeat(1_000);

        assertThat(server.rate(answer, "{\"rating\": \"up\", \"comment\": \"" + thousand + "  \u200B\"}")
                        .statusCode())
                .isEqualTo(204);
        var response = server.rate(answer, "{\"rating\": \"up\", \"comment\": \"" + thousand + "!\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("field").asText()).isEqualTo("comment");
        assertThat(json(response).get("detail").asText())
                .isEqualTo("“comment” has 1001 characters. Shorten it to 1000.");
    }

    @Test
    void validates_the_body_as_other_endpoints_do() throws Exception {
        String answer = askForAnswerId("samovar?");
        var form = server.send(server.request("/api/answers/" + answer + "/feedback")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"rating\": \"up\"}")));

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(server.rate(answer, "{\"rating\": \"up\"" + " ".repeat(64 * 1024) + "}")
                        .statusCode())
                .isEqualTo(413);
        for (String body : List.of("", "null", "[]", "{\"rating\": \"up\"")) {
            assertThat(json(server.rate(answer, body)).get("code").asText()).isEqualTo("invalid_json");
        }
    }

    private static void assertUnknownAnswer(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"code\":\"unknown_answer\"")
                .contains("\"detail\":\"No answer with this id, or its conversation has expired."
                        + " Rate one of the last answers of a conversation, within a day.\"");
    }

    private static String askForAnswerId(String question) throws Exception {
        return json(server.ask("{\"question\": \"" + question + "\"}"))
                .get("id")
                .asText();
    }
}

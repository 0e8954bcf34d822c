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
    private static final String NOBODYS = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path data;

    private static Database database;
    private static ChatService conversations;
    private static TestServer server;

    @BeforeAll
    static void open() {
        database = Database.open(DatabaseAddress.embedded(data.resolve("pullquote.db")));
        conversations = new ChatService(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                ContextualRewriter.IDENTITY,
                new SqlConversationStore(database),
                Clock.systemUTC());
        server = TestServer.start(conversations);
    }

    @AfterEach
    void forget() {
        FeedbackRows.deleteAll(database);
    }

    @AfterAll
    static void close() {
        server.close();
        database.close();
    }

    @Test
    void a_thumb_is_kept_with_what_was_asked_and_answered() throws Exception {
        var response =
                server.rate(answerTo("visitors?"), "{\"rating\": \"down\", \"comment\": \" Thirteen,\\n I think \"}");

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
    void whatever_came_of_a_question_can_be_rated(String question, String status) throws Exception {
        assertThat(server.rate(answerTo(question), "{\"rating\": \"up\"}").statusCode())
                .isEqualTo(204);
        assertThat(FeedbackRows.readAll(database))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(question, status));
    }

    @Test
    void who_changes_his_mind_is_heard() throws Exception {
        String answer = answerTo("samovar?");
        server.rate(answer, "{\"rating\": \"up\", \"comment\": \"Nice\"}");
        server.rate(answer, "{\"rating\": \"down\", \"comment\": null, \"mood\": 7}");

        assertThat(FeedbackRows.readAll(database))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("down", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODYS, "0123456789ABCDEF0123456789ABCDEF", "x", "%27or%201=1", "%F0%9F%AB%96"})
    void an_answer_that_nobody_gave_is_not_rated(String id) throws Exception {
        assertThat(server.rate(id, "{\"rating\": \"up\"}")).satisfies(FeedbackResourceTest::isUnknown);
        assertThat(FeedbackRows.readAll(database)).isEmpty();
    }

    @Test
    void an_answer_of_another_channel_is_not_rated() throws Exception {
        String elsewhere = conversations
                .ask("telegram", Optional.empty(), Question.of("samovar?"), AnswerListener.NO_OP)
                .answer()
                .id();

        assertThat(server.rate(elsewhere, "{\"rating\": \"up\"}")).satisfies(FeedbackResourceTest::isUnknown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                | rating  | “rating” is missing. Write “up” or “down” in it.
            {"rating": null}                  | rating  | “rating” is missing. Write “up” or “down” in it.
            {"rating": ""}                    | rating  | “rating” is no rating. Write “up” or “down” in it.
            {"rating": "UP"}                  | rating  | “rating” is no rating. Write “up” or “down” in it.
            {"rating": 1}                     | rating  | “rating” is of a wrong type. It must be text.
            {"rating": "up", "comment": ["a"]} | comment | “comment” is of a wrong type. It must be text.
            {"rating": "up", "rating": "up"}  | rating  | “rating” stands in the body twice.
            """)
    void a_mistake_is_told_with_its_field(String body, String field, String detail) throws Exception {
        var response = server.rate(answerTo("samovar?"), body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).get("code").asText()).isEqualTo("invalid_field");
        assertThat(json(response).get("field").asText()).isEqualTo(field);
        assertThat(json(response).get("detail").asText()).isEqualTo(detail);
        assertThat(FeedbackRows.readAll(database)).isEmpty();
    }

    @Test
    void a_comment_has_at_most_a_thousand_characters_when_it_is_cleaned() throws Exception {
        String answer = answerTo("samovar?");
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
    void a_body_is_refused_as_at_every_other_address() throws Exception {
        String answer = answerTo("samovar?");
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

    private static void isUnknown(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"code\":\"unknown_answer\"")
                .contains("\"detail\":\"There is no answer of this id, or its conversation is forgotten."
                        + " Rate the last answers of a conversation, within a day.\"");
    }

    private static String answerTo(String question) throws Exception {
        return json(server.ask("{\"question\": \"" + question + "\"}"))
                .get("id")
                .asText();
    }
}

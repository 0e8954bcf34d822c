package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.article.Library;

/** What people say who do not ask the articles anything, and what they hear. */
class SmallTalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path data;

    private static ScriptedLlm model;
    private static TestServer singleArticleServer;
    private static TestServer multiArticleServer;

    /** No reply is put into the model's mouth: whoever asks it gets no answer. */
    @BeforeAll
    static void open() throws Exception {
        model = new ScriptedLlm();
        Settings settings = Settings.from(Map.of(
                "DATA_DIR",
                data.toString(),
                "LLM_PROVIDER",
                "openai",
                "LLM_BASE_URL",
                model.url(),
                "LLM_MODEL",
                "test"));
        singleArticleServer = TestServer.start(
                App.build(new Library(List.of(DefaultProduct.seedArticle())), settings, (work, done, all) -> {}));
        multiArticleServer = TestServer.start(App.build(
                SampleArticles.LIBRARY, Settings.from(Map.of("DATA_DIR", data.toString())), (work, done, all) -> {}));
    }

    @AfterAll
    static void close() {
        singleArticleServer.close();
        multiArticleServer.close();
        model.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hi                               | Hello! Ask me about the articles
                    Hello there!!! 👋                | Hello! Ask me about the articles
                    Hi! How are you?                 | I’m a bot, so I’m always ready
                    Thanks a lot, bye :)             | You’re welcome
                    OK                               | OK. Ask me anything else
                    bye                              | Goodbye!
                    What can you do?                 | I answer questions about the articles
                    Hi, who are you?                 | I’m Pullquote, a bot
                    Are you a human?                 | I’m Pullquote, a bot
                    Привет!                          | Здравствуйте!
                    Большое спасибо                  | Пожалуйста
                    Кто ты?                          | Я Pullquote, бот
                    Что вы умеете?                   | Я отвечаю на вопросы
                    Сәлеметсіз бе!                   | Сәлеметсіз бе!
                    Көп рақмет                       | Оқасы жоқ
                    Сіз кімсіз?                      | Мен Pullquote ботымын
                    """)
    void answers_in_the_readers_language_without_citations(String said, String reply) throws Exception {
        JsonNode answer = ask(singleArticleServer, Map.of("question", said));

        assertThat(answer.get("status").asText()).isEqualTo("chat");
        assertThat(answer.get("text").asText()).startsWith(reply);
        assertThat(answer.get("reason").isNull()).isTrue();
        assertThat(answer.get("sentences")).isEmpty();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("closest")).isEmpty();
        assertThat(answer.get("writer").asText()).isEqualTo("extractive");
        assertThat(model.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    When was this article published? | “Tokayev speaks about the January unrest in an interview with Khabar 24” is dated 31 January 2022.
                    Who wrote it?                    | “Tokayev speaks about the January unrest in an interview with Khabar 24” doesn’t say who wrote it.
                    Когда опубликована эта статья?   | Дата статьи «Tokayev speaks about the January unrest in an interview with Khabar 24» — 31 января 2022 г.
                    О чём эта статья?                | Статья называется «Tokayev speaks about the January unrest in an interview with Khabar 24».
                    Бұл мақала не туралы?            | Мақаланың тақырыбы: «Tokayev speaks about the January unrest in an interview with Khabar 24».
                    """)
    void answers_questions_about_the_article_from_its_front_matter(String asked, String reply) throws Exception {
        JsonNode answer = ask(singleArticleServer, Map.of("question", asked));

        assertThat(answer.get("status").asText()).isEqualTo("chat");
        assertThat(answer.get("text").asText()).isEqualTo(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tea    | Who wrote this article?  | was written by Dana Omarova for The Almaty Courier.
                    tea    | when was it published?   | is dated 5 March 2021.
                    bridge | Who is the author?       | doesn’t say who wrote it.
                    market | Когда она вышла?         | дата не указана.
                    """)
    void answers_about_the_requested_article(String article, String asked, String reply) throws Exception {
        JsonNode answer = ask(multiArticleServer, Map.of("question", asked, "article_id", article));

        assertThat(answer.get("status").asText()).isEqualTo("chat");
        assertThat(answer.get("text").asText()).endsWith(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"When was it published?", "Who wrote it?", "What is this article about?"})
    void asks_which_article_is_meant(String asked) throws Exception {
        JsonNode answer = ask(multiArticleServer, Map.of("question", asked));

        assertThat(answer.get("status").asText()).isEqualTo("chat");
        assertThat(answer.get("text").asText())
                .isEqualTo("Which article do you mean? I have several: “The old river bridge is closed for repairs”,"
                        + " “Зелёный базар откроется раньше”, “A tea house opens on Abay Street”.");
    }

    @Test
    void remembers_the_last_article() throws Exception {
        JsonNode tea = ask(multiArticleServer, Map.of("question", "How much is green tea?"));
        assertThat(tea.get("citations").get(0).get("article_id").asText()).isEqualTo("tea");
        String id = tea.get("conversation_id").asText();

        assertThat(ask(multiArticleServer, Map.of("question", "thanks", "conversation_id", id))
                        .get("conversation_id")
                        .asText())
                .isEqualTo(id);
        assertThat(ask(multiArticleServer, Map.of("question", "Who wrote it?", "conversation_id", id))
                        .get("text")
                        .asText())
                .contains("Dana Omarova");
        JsonNode about =
                ask(multiArticleServer, Map.of("question", "What is this article about?", "conversation_id", id));
        assertThat(about.get("status").asText()).isEqualTo("answered");
        assertThat(about.get("citations").findValuesAsText("article_id"))
                .isNotEmpty()
                .allMatch("tea"::equals);
    }

    @ParameterizedTest
    @CsvSource({
        "tea, Hi! What is this article about?, ALMATY – A tea house with forty seats",
        "tea, What does this article talk about?, ALMATY – A tea house with forty seats",
        "tea, What is this article about?, ALMATY – A tea house with forty seats",
        "market, О чём эта статья?, 'С понедельника Зелёный базар будет открываться в семь часов утра. [1]'"
    })
    void quotes_what_an_article_is_about(String article, String asked, String lead) throws Exception {
        JsonNode answer = ask(multiArticleServer, Map.of("question", asked, "article_id", article));

        assertThat(answer.get("status").asText()).isEqualTo("answered");
        assertThat(answer.get("text").asText()).startsWith(lead);
        assertThat(answer.get("citations").get(0).get("paragraph").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks, and who visited the detainees?",
                "Hi, was force used against the demonstrators?",
                "When was the order given?",
                "Who wrote the constitution?",
                "When was the constitution published?",
                "What is the interview about the unrest about?",
                "Who is the president?",
                "ok but why",
                "help the detainees",
                "Спасибо, а кто посетил задержанных?",
                "Когда был отдан приказ?"
            })
    void never_mistakes_a_real_question_for_small_talk(String asked) throws Exception {
        JsonNode answer = ask(multiArticleServer, Map.of("question", asked));
        assertThat(answer.get("status").asText()).isIn("answered", "not_found");
    }

    @Test
    void streams_like_any_answer() throws Exception {
        String events = multiArticleServer
                .ask("{\"question\": \"hello\"}", "Accept", "text/event-stream")
                .body();
        assertThat(events).contains("event: passages\ndata: []\n").contains("\"status\":\"chat\"");
    }

    private static JsonNode ask(TestServer server, Map<String, String> body) throws Exception {
        var response = server.ask(JSON.writeValueAsString(body));
        assertThat(response.statusCode()).isEqualTo(200);
        return TestServer.json(response);
    }
}

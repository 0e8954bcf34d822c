package pullquote.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.DefaultProduct;
import pullquote.ScriptedLlm;
import pullquote.TestServer;
import pullquote.answer.TestAnswerers;
import pullquote.channel.Links;
import pullquote.channel.TeaHouseArticles;
import pullquote.channel.http.Api;
import pullquote.channel.web.Web;
import pullquote.conversation.ChatService;

/** Tests what users see when the network or the server fails. */
@ExtendWith(Chromium.class)
@Tag("browser")
class WidgetFaultsTest {
    private static final String PAGE = "/articles/tea-house";
    private static final String ASKING = "**/api/answers";
    private static final String QUESTION = "When was the house opened in Almaty?";
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @Tag("W04")
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | application/problem+json | Too many questions right now. Please try again in 7 seconds.",
                "429 | application/problem+json | Too many questions right now. Please try again in 7 seconds.",
                "400 | application/problem+json | That question didn’t work. Please rephrase it.",
                "500 | application/problem+json | Something went wrong. Please try again.",
                "502 | text/html | Something went wrong. Please try again.",
                "200 | text/html | Something went wrong. Please try again."
            })
    void shows_an_error_message_and_offers_a_retry(int status, String type, String words, WidgetPage reader) {
        reader.open(server.url() + PAGE);
        var tries = new AtomicInteger();
        reader.page.route(ASKING, route -> {
            tries.incrementAndGet();
            route.fulfill(new FulfillOptions()
                    .setStatus(status)
                    .setHeaders(Map.of("Content-Type", type, "Retry-After", "7"))
                    .setBody("<h1>Bad gateway</h1> {\"detail\": \"<img src=x>\"}"));
        });

        reader.announcements(QUESTION);

        assertThat(reader.lastTurn()).containsText(words);
        assertThat(reader.lastTurn()).not().containsText("gateway");
        assertThat(reader.lastTurn().locator(".question")).hasText(QUESTION);
        assertThat(tries).hasValue(1);
        reader.shows("error");
        reader.page.unroute(ASKING);
        reader.button("Try again").click();
        assertThat(reader.marks()).hasCount(1);
        assertThat(reader.turns()).hasCount(1);
    }

    @Test
    @Tag("W04")
    void can_retry_after_being_offline(WidgetPage reader) {
        reader.open(server.url() + PAGE);
        assertThat(reader.input()).isVisible();
        reader.page.context().setOffline(true);
        reader.announcements(QUESTION);
        assertThat(reader.lastTurn()).containsText("Can’t reach the server.");

        reader.page.context().setOffline(false);
        reader.button("Try again").click();
        assertThat(reader.marks()).hasCount(1);
    }

    @Test
    @Tag("W04")
    void resumes_a_lost_connection_at_most_twice(WidgetPage reader) {
        reader.open(server.url() + PAGE);
        var tries = new AtomicInteger();
        reader.page.route(ASKING, route -> {
            String last = route.request().headerValue("last-event-id");
            assertThat(last).isEqualTo(tries.getAndIncrement() == 0 ? null : "a.1");
            events(route, "id: a.1\nevent: passages\ndata: []\n\nid: a.2\nevent: sentence\ndata: {\"text\": \"Half");
        });

        reader.announcements(QUESTION);

        assertThat(tries).hasValue(3);
        assertThat(reader.lastTurn()).containsText("The connection was lost before the answer was complete.");
        assertThat(reader.lastTurn()).not().containsText("Half");
    }

    @Test
    @Tag("W04")
    void can_stop_an_answer_and_ask_again(WidgetPage reader) throws Exception {
        try (var model = new ScriptedLlm();
                var slow = DefaultProduct.withLlm(model).startServer()) {
            model.reply()
                    .characters("Tokayev said he intends to serve as president a maximum of two terms. [{1}] He")
                    .streamUntilDisconnect();
            model.reply()
                    .characters("Tokayev said he intends to serve as president a maximum of two terms. [{1}]")
                    .stop();
            reader.open(slow.url() + "/articles/tokayev-interview-january-2022")
                    .ask("How many terms does Tokayev want to serve?");
            assertThat(reader.marks()).hasCount(1);

            reader.button("Stop").click();

            assertThat(reader.lastTurn()).containsText("Stopped.");
            assertThat(reader.page.locator("[role=status]")).hasText("Stopped.");
            assertThat(reader.input()).isFocused();
            assertThat(reader.marks()).hasCount(1);
            assertThat(model.awaitDisconnect(Duration.ofSeconds(5))).isTrue();
            reader.button("Try again").click();
            assertThat(reader.button("Copy with sources")).isVisible();
            assertThat(reader.lastTurn()).not().containsText("Stopped.");
            assertThat(reader.input()).isFocused();
        }
    }

    @Test
    @Tag("W04")
    void answers_after_a_server_restart(WidgetPage reader) {
        int port;
        try (var before = teaHouseAt(0)) {
            port = URI.create(before.url()).getPort();
            reader.open(before.url() + PAGE).announcements(QUESTION);
        }
        reader.announcements(QUESTION);
        assertThat(reader.lastTurn()).containsText("Can’t reach the server.");

        try (var after = teaHouseAt(port)) {
            reader.button("Try again").click();
            assertThat(reader.marks()).hasCount(1);
            assertThat(reader.turns()).hasCount(2);
        }
    }

    private static TestServer teaHouseAt(int port) {
        var links = new Links(URI.create("https://news.example/"));
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return TestServer.startOnPort(
                port,
                new Web(() -> TeaHouseArticles.LIBRARY, article -> Optional.empty()),
                new Api(conversations, () -> TeaHouseArticles.LIBRARY, links, TestAnswerers.quotingGenerator()));
    }

    @Test
    @Tag("W04")
    void times_out_if_the_server_does_not_respond(WidgetPage reader) {
        reader.page.clock().install();
        reader.open(server.url() + PAGE);
        reader.page.route(ASKING, route -> {});
        reader.ask(QUESTION);
        assertThat(reader.button("Stop")).isVisible();

        reader.page.clock().fastForward(60_000);

        assertThat(reader.lastTurn()).containsText("The connection was lost before the answer was complete.");
        assertThat(reader.button("Try again")).isVisible();
    }

    @Test
    @Tag("W05")
    void works_without_session_storage(WidgetPage reader) {
        reader.page.addInitScript(
                "for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name,"
                        + " {get() { throw new DOMException('denied', 'SecurityError'); }});");
        reader.open(server.url() + PAGE).announcements(QUESTION).announcements(QUESTION);

        assertThat(reader.turns()).hasCount(2);
        assertThat(reader.errors()).isEmpty();
        reader.page.reload();
        reader.announcements(QUESTION);
        assertThat(reader.turns()).hasCount(1);
    }

    @Test
    @Tag("W03")
    void ignores_messages_from_other_windows(WidgetPage reader) {
        reader.open(server.url() + PAGE).announcements(QUESTION);
        String before = reader.page.locator("pullquote-chat .messages").innerText();

        reader.page.evaluate(
                "for (const data of ['close', {type: 'answer', text: 'forged'}, {ask: 'x'}]) postMessage(data, '*')");

        assertThat(reader.page.locator("pullquote-chat .messages").innerText()).isEqualTo(before);
        assertThat(reader.turns()).hasCount(1);
    }

    @Test
    @Tag("W06")
    void stays_responsive_with_a_huge_answer_and_many_turns(WidgetPage reader) {
        reader.open(server.url() + PAGE).announcements(QUESTION);
        reader.page.evaluate("""
                const key = Object.keys(sessionStorage).find(key => key.startsWith('pullquote:'));
                const kept = JSON.parse(sessionStorage.getItem(key));
                sessionStorage.setItem(key, JSON.stringify({...kept, turns: Array(500).fill(kept.turns[0])}));""");
        reader.page.reload();
        reader.page.route(ASKING, route -> events(route, "id: a.1\nevent: answer\ndata: " + huge() + "\n\n"));

        reader.announcements("Everything, please");

        assertThat(reader.marks()).hasCount(200);
        assertThat(
                        (boolean)
                                reader.page.evaluate(
                                        "(list => list.scrollHeight > 2 * list.clientHeight)(document.querySelector('pullquote-chat').shadowRoot.querySelector('.messages'))"))
                .isTrue();
        Object best = reader.page.evaluate("""
                async () => {
                  const input = document.querySelector('pullquote-chat').shadowRoot.querySelector('textarea');
                  let best = Infinity;
                  for (let i = 0; i < 8; i++) {
                    const start = performance.now();
                    input.value += 'x';
                    input.dispatchEvent(new InputEvent('input', {bubbles: true}));
                    input.getBoundingClientRect();
                    await new Promise(requestAnimationFrame);
                    best = Math.min(best, performance.now() - start);
                  }
                  return best;
                }""");
        assertThat(((Number) best).doubleValue()).isLessThan(100);
    }

    private static void events(Route route, String body) {
        route.fulfill(new FulfillOptions()
                .setStatus(200)
                .setHeaders(Map.of("Content-Type", "text/event-stream"))
                .setBody(body));
    }

    /** Returns an answer of 20,000 characters in 200 sentences, each with its own citation. */
    private static String huge() {
        String sentence =
                "The tea house in Almaty opened on Monday, after two years of building it, as the people say here";
        String citations = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "{\"number\":" + i
                        + ",\"article_id\":\"tea-house\",\"article_title\":\"Tea\",\"paragraph\":" + i
                        + ",\"start\":0,\"end\":3,\"quote\":\"" + sentence + "\",\"url\":\"https://news.example/\"}")
                .collect(Collectors.joining(","));
        String sentences = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "{\"text\":\"" + sentence + ".\",\"citations\":[" + i + "]}")
                .collect(Collectors.joining(","));
        return "{\"id\":\"" + "0".repeat(32) + "\",\"conversation_id\":\"" + "0".repeat(32)
                + "\",\"status\":\"answered\",\"text\":\"\",\"closest\":[],\"suggestions\":[],\"sentences\":["
                + sentences
                + "],\"citations\":[" + citations + "]}";
    }
}

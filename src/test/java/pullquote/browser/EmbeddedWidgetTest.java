package pullquote.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pullquote.TestServer;
import pullquote.answer.TestAnswerers;
import pullquote.channel.CorsPolicy;
import pullquote.channel.TeaHouseArticles;

/** Tests the chat on a third-party page, embedded as described in {@code src/site/markdown/widget.md}. */
@Tag("W02")
@ExtendWith(Chromium.class)
@Tag("browser")
class EmbeddedWidgetTest {
    private static final String QUESTION = "When was the house opened in Almaty?";
    private static HostPage host;
    private static TestServer server;

    @BeforeAll
    static void open() {
        host = new HostPage();
        server = TestServer.start(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY), new CorsPolicy(Set.of(host.origin())));
    }

    @AfterAll
    static void close() {
        server.close();
        host.close();
    }

    /** What the embedding page promises is enough. */
    private static String strict() {
        return "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types lit-html;"
                + " script-src " + server.url() + "; connect-src " + server.url();
    }

    private static String script(String attributes) {
        return "<script src=\"" + server.url() + "/widget.js\" " + attributes + "></script>";
    }

    @Test
    void works_with_one_script_tag_under_a_strict_csp_and_highlights_across_markup(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><html lang=\"en\"><title>News</title>"
                        + "<div class=story><div>The <b>tea&nbsp;house</b>\n in <a href=\"#x\">Al<wbr>maty</a> opened on\n   <i>Monday</i>,"
                        + " after two years of building.</div></div>"
                        + script("data-article=\"tea-house\""));
        reader.open(host.origin());
        String before = (String) reader.page.evaluate("document.querySelector('.story').outerHTML");
        reader.button("Ask about this article").click();
        reader.announcements(QUESTION);

        reader.marks().first().click();

        assertThat(reader.highlighted()).hasSize(1);
        assertThat(reader.highlighted().get(0).replaceAll("[\\s\u00a0]+", " "))
                .isEqualTo(reader.quotes().get(0));
        assertThat(reader.page.evaluate("document.querySelector('.story').outerHTML"))
                .isEqualTo(before);
        assertThat(reader.errors()).isEmpty();
        assertThat(reader.calls()).allMatch(url -> url.startsWith(server.url()) || url.startsWith(host.origin()));
        reader.shows("embedded");
    }

    @Test
    void highlights_the_match_in_the_cited_paragraph(WidgetPage reader) {
        String quote = "The tea house in Almaty opened on Monday";
        host.shows(
                strict(),
                "<!doctype html><title>News</title><h2>" + quote + "</h2><p id=meant>" + quote
                        + ", after two years of building.</p><h2>" + quote + "</h2>"
                        + script("data-article=\"tea-house\""));
        reader.open(host.origin());
        reader.page.route(
                "**/api/answers",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setHeaders(Map.of("Content-Type", "text/event-stream", "Access-Control-Allow-Origin", "*"))
                        .setBody(("event: answer\ndata: {'id':'0','status':'answered','closest':[],'suggestions':[],"
                                        + "'sentences':[{'text':'It did.','citations':[1]}],'citations':[{'number':1,"
                                        + "'article_id':'tea-house','article_title':'Tea','paragraph':1,'start':0,'end':"
                                        + quote.length() + ",'quote':'" + quote
                                        + "','url':'https://news.example/'}]}\n\n")
                                .replace('\'', '"'))));
        reader.button("Ask about this article").click();
        reader.announcements(QUESTION);
        reader.marks().first().click();

        assertThat(reader.highlighted()).containsExactly(quote);
        assertThat(reader.page.evaluate("[...CSS.highlights.get('pullquote')][0].startContainer.parentElement.id"))
                .isEqualTo("meant");
    }

    @Test
    void page_styles_and_chat_styles_do_not_affect_each_other(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title><style>html { font-size: 62.5%; } * { color: lime !important;"
                        + " font: italic 40px/4 cursive !important; text-transform: uppercase; letter-spacing: 1em;"
                        + " text-align: center; visibility: hidden; }"
                        + " button, textarea, a, p, h2, .panel, .send { display: none !important; background: lime !important }</style>"
                        + "<div id=text class=panel style=\"display: block !important; visibility: visible\">Tea</div>"
                        + script(""));
        reader.open(host.origin());
        reader.page.evaluate("""
                const chat = document.createElement('pullquote-chat');
                chat.setAttribute('article', 'tea-house');
                document.body.append(chat);""");
        Locator send = reader.page.locator("pullquote-chat .send");
        assertThat(send).isVisible();
        assertThat(send).hasCSS("background-color", "rgb(143, 52, 19)");
        assertThat(reader.page.locator("#text")).hasCSS("border-top-width", "0px");
        reader.announcements(QUESTION);
        Locator sentence = reader.lastTurn().locator(".sentence");
        assertThat(sentence).isVisible();
        Map.of(
                        "color", "rgb(34, 32, 29)",
                        "font-size", "16px",
                        "font-style", "normal",
                        "line-height", "24px",
                        "text-transform", "none",
                        "letter-spacing", "normal",
                        "text-align", "start")
                .forEach((property, value) -> assertThat(sentence).hasCSS(property, value));
        assertThat(send).hasCSS("width", "44px");
    }

    @Test
    void highlights_across_a_drop_cap(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title><p><span style=\"float: left; font-size: 3em\">T</span>he tea house"
                        + " in Almaty opened on Monday, after two years of building.</p>"
                        + script("data-article=\"tea-house\""));
        reader.open(host.origin());
        reader.button("Ask about this article").click();
        reader.announcements(QUESTION);

        reader.marks().first().click();

        assertThat(reader.highlighted()).isEqualTo(reader.quotes());
    }

    @Test
    void closes_if_it_covers_the_highlighted_quote(@BrowserOptions(width = 900) WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title><p style=\"margin-left: 400px\">The tea house in Almaty opened on"
                        + " Monday, after two years of building.</p>" + script("data-article=\"tea-house\""));
        reader.open(host.origin());
        reader.button("Ask about this article").click();
        reader.announcements(QUESTION);

        reader.marks().first().click();

        assertThat(reader.highlighted()).isEqualTo(reader.quotes());
        assertThat(reader.page.locator("dialog")).isHidden();
        assertThat(reader.button("Back to the answer")).isFocused();
        reader.page.keyboard().press("Escape");
        assertThat(reader.page.locator("dialog")).isVisible();
        assertThat(reader.marks().first()).isFocused();
    }

    @Test
    void page_shortcuts_do_not_react_to_typing_in_the_chat(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title><pullquote-chat article=\"tea-house\"></pullquote-chat>"
                        + script(""));
        reader.open(host.origin());
        reader.page.evaluate("""
                for (const name of ['keydown', 'keypress', 'keyup']) {
                  addEventListener(name, event => event.target.matches('textarea') || event.preventDefault());
                }""");

        reader.input().focus();
        reader.page.keyboard().type("samovar?");

        assertThat(reader.input()).hasValue("samovar?");
    }

    @Test
    void two_chats_on_a_page_have_separate_conversations(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title>" + script("")
                        + "<pullquote-chat article=\"tea-house\"></pullquote-chat><pullquote-chat></pullquote-chat>"
                        + "<p>The tea house in Almaty opened on Monday, after two years of building.</p>");
        reader.open(host.origin());
        Locator first = reader.page.locator("pullquote-chat").nth(0);
        Locator second = reader.page.locator("pullquote-chat").nth(1);

        first.locator("textarea").fill(QUESTION);
        first.locator("textarea").press("Enter");

        assertThat(first.locator("a.mark")).hasCount(1);
        assertThat(second.locator(".turn")).hasCount(0);
        second.locator("textarea").fill(QUESTION);
        second.locator("textarea").press("Enter");
        first.locator("a.mark").click();
        second.locator("a.mark").click();
        reader.page.keyboard().press("Escape");
        assertThat(second.locator("a.mark")).isFocused();
        assertThat(first.locator("h2")).hasText("Ask this article");
        assertThat(second.locator("h2")).hasText("Ask the articles");

        second.locator("a.mark").click();
        reader.page.evaluate("document.querySelector('pullquote-chat').remove()");
        assertThat(reader.highlighted()).hasSize(1);
    }

    @Test
    void uses_the_colours_set_by_the_page(WidgetPage reader) {
        host.shows(
                strict(),
                "<!doctype html><title>News</title><style>pullquote-chat { --pullquote-accent: rgb(0, 75, 135) }"
                        + " pullquote-chat::part(header) { background: rgb(240, 240, 240) }</style>" + script("")
                        + "<pullquote-chat article=\"tea-house\" theme=\"dark\" language=\"ru\"></pullquote-chat>");
        reader.open(host.origin());

        assertThat(reader.page.locator(".send")).hasCSS("background-color", "rgb(0, 75, 135)");
        assertThat(reader.page.locator("header")).hasCSS("background-color", "rgb(240, 240, 240)");
        assertThat(reader.page.locator("section.panel")).hasCSS("background-color", "rgb(28, 26, 24)");
        assertThat(reader.input()).hasAttribute("placeholder", "Ваш вопрос");
    }

    @Test
    void shows_an_error_on_a_site_that_is_not_allowed(WidgetPage reader) {
        try (var stranger = new HostPage()) {
            stranger.shows("", "<!doctype html><title>News</title>" + script("data-article=\"tea-house\""));
            reader.open(stranger.origin());
            reader.button("Ask about this article").click();
            reader.announcements(QUESTION);

            assertThat(reader.lastTurn()).containsText("Can’t reach the server.");
        }
    }
}

package pullquote.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.TestServer;
import pullquote.article.Library;
import pullquote.channel.TeaHouseArticles;

/** Tests the HTML pages. */
class PagesTest {
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.start(TeaHouseArticles.LIBRARY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void article_page_shows_the_article_with_paragraph_anchors() throws Exception {
        var page = server.get("/articles/tea-house");

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"en\">")
                .contains("<title>A tea house &lt;opens&gt; &amp; &quot;stays&quot;</title>")
                .contains("<h1>A tea house &lt;opens&gt; &amp; &quot;stays&quot;</h1>")
                .contains("<time datetime=\"2022-01-31\">31 January 2022</time>")
                .contains("<span>Aigerim O&#39;Neil</span>")
                .contains("<span>The Steppe Post</span>")
                .contains("<p id=\"p3\">Visitors: 12.</p>")
                .contains("<a href=\"/\">")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<script src=\"/widget.js\" defer></script>")
                .contains("<pullquote-chat article=\"tea-house\" language=\"en\"")
                .containsOnlyOnce("<script");
    }

    @Test
    void article_page_links_to_the_original_in_its_language() throws Exception {
        assertThat(server.get("/articles/elsewhere").body())
                .contains("<html lang=\"ru\">")
                .contains("<link rel=\"canonical\" href=\"https://post.example/tea?x=1#top\">")
                .contains("<a href=\"https://post.example/tea?x=1#top\">post.example</a>")
                .doesNotContain("<time");
    }

    @Test
    void front_page_lists_the_articles() throws Exception {
        assertThat(server.get("/").body())
                .contains("<a href=\"/articles/tea-house\" lang=\"en\" dir=\"auto\">A tea house &lt;opens&gt;")
                .contains("<a href=\"/articles/elsewhere\" lang=\"ru\" dir=\"auto\">Чай</a>");

        try (var empty = TestServer.start(new Library(List.of()))) {
            assertThat(empty.get("/").body()).contains("No articles yet.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/articles/tea-house"})
    void content_security_policy_is_strict(String path) throws Exception {
        var headers = server.get(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void resources_of_the_pages_exist() throws Exception {
        assertThat(server.get("/page.css").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
        assertThat(server.get("/icon.svg").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(server.get("/page.css").headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void head_requests_are_supported() throws Exception {
        assertThat(head("/articles/tea-house")).isEqualTo(200);
        assertThat(head("/articles/nowhere")).isEqualTo(404);
    }

    private static int head(String path) throws Exception {
        var head = server.request(path).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody());
        return server.send(head).statusCode();
    }

    @Test
    void article_page_links_to_the_bot_if_there_is_one() throws Exception {
        var pages = new Web(
                () -> TeaHouseArticles.LIBRARY, article -> Optional.of("https://t.me/quote_bot?start=" + article.id()));
        try (var withBot = TestServer.startOnPort(0, pages)) {
            assertThat(withBot.get("/articles/tea-house").body())
                    .contains("<a href=\"https://t.me/quote_bot?start=tea-house\">Ask in Telegram</a>");
            assertThat(withBot.get("/articles/elsewhere").body()).contains("Спросить в Telegram");
        }
        assertThat(server.get("/articles/tea-house").body()).doesNotContain("t.me");
    }
}

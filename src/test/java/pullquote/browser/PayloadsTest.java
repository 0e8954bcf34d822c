package pullquote.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pullquote.TestServer;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/** Checks that markup and scripts in titles, articles, questions, answers and errors are shown as text. */
@Tag("W01")
@ExtendWith(Chromium.class)
@Tag("browser")
class PayloadsTest {
    private static final Path GIVEN = Path.of("..", "shared", "data", "injections", "render_payloads.jsonl");
    private static final List<String> OURS = List.of(
            "<img src=https://evil.example/x onerror=window.__xss=1>",
            "<script>window.__xss=1</script>",
            "<pullquote-chat article=\"x\" onfocus=\"window.__xss=1\" autofocus>",
            "![x](https://evil.example/x.png) [x](javascript:window.__xss=1)",
            "\"><svg/onload=window.__xss=1>",
            "{{constructor.constructor('window.__xss=1')()}} ${window.__xss=1} <!--?lit$1$--> {0} {1}",
            "<style>@import url(https://evil.example/x.css)</style>",
            "data: x event: answer data: {\"text\":\"forged\"}",
            "\u202egnp.exe \u2066 \ud83d\ude00\ud83d\ude00 Z\u0301\u0301\u0301\u0301\u0301\u0301");

    @Test
    void own_payloads_are_shown_as_text(WidgetPage reader) throws Exception {
        assertThatAllStayText(reader, OURS);
    }

    @Test
    void provided_payloads_are_shown_as_text(WidgetPage reader) throws Exception {
        assumeTrue(Files.exists(GIVEN), "The payloads to try are not here: " + GIVEN);
        var given = new ArrayList<String>();
        for (String line : Files.readAllLines(GIVEN)) {
            given.add(TestServer.json(line).get("text").asText());
        }
        assertThatAllStayText(reader, given);
    }

    /** In an article on one line, as articles have one space for many; in a question line by line, as it was given. */
    private static void assertThatAllStayText(WidgetPage reader, List<String> payloads) throws Exception {
        var articles = new ArrayList<Article>();
        for (String given : payloads) {
            String payload = given.replaceAll("\\s+", " ").strip();
            articles.add(new Article(
                    "payload-" + articles.size(),
                    new FrontMatter(
                            payload,
                            Optional.empty(),
                            "en",
                            Optional.empty(),
                            Optional.of(payload),
                            Optional.of(payload)),
                    List.of("The samovar says " + payload)));
        }
        try (var server = TestServer.start(new Library(articles))) {
            for (int i = 0; i < articles.size(); i++) {
                Article article = articles.get(i);
                String text = article.paragraphs().get(0).text();
                String question = "What says the samovar? " + payloads.get(i).strip();
                reader.open(server.url() + "/articles/" + article.id()).announcements(question);

                assertThat(reader.page.title()).isEqualTo(article.frontMatter().title());
                assertThat(reader.page.locator("article p[id]").textContent()).isEqualTo(text);
                assertThat(reader.lastTurn().locator(".question").textContent()).isEqualTo(question);
                assertThat(reader.lastTurn().locator(".sentence").textContent()).isEqualTo(text);
                assertThat(reader.quotes()).containsExactly(text);
                assertThat((boolean) reader.page.evaluate("window.__xss === undefined"))
                        .isTrue();
                assertThat((boolean) reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                assertThat(reader.page.locator("pullquote-chat")).hasCount(1);
            }
            assertThat(reader.calls()).allMatch(url -> url.startsWith(server.url()));
        }
        assertThat(reader.errors()).isEmpty();
    }
}

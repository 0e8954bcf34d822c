package pullquote.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.TestServer;

/** Tests questions in other languages on the page of an English article. */
@ExtendWith(Chromium.class)
@Tag("browser")
class LeadInTest {
    private static TestServer server;

    @BeforeAll
    static void open() {
        server = TestServer.startWithSeedArticle();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru | Стреляли ли миротворцы ОДКБ?     | Словами самой статьи, на её языке:
            kk | ҰҚШҰ бітімгерлері оқ атты ма?     | Мақаланың өз сөзімен, өз тілінде:
            """)
    void shows_a_lead_in_before_quotes_in_another_language(
            String language, String question, String leadIn, WidgetPage reader) {
        reader.open(server.url() + "/articles/tokayev-interview-january-2022");
        reader.announcements(question);

        assertThat(reader.lastTurn().locator(".note").first()).hasText(leadIn);
        assertThat(reader.lastTurn().locator(".sentence").first()).containsText("Not a single shot was fired");
        assertThat(reader.lastTurn().locator("p[lang=en]")).isVisible();
        reader.page.evaluate(
                "language => document.querySelector('pullquote-chat').setAttribute('language', language)", language);
        assertThat(reader.input()).hasAttribute("placeholder", Pattern.compile("Ваш вопрос|Сұрағыңыз"));
        assertThat(reader.lastTurn().locator(".meter"))
                .containsText(Pattern.compile("31 января 2022|2022 ж. 31 қаңтар|31\\.01\\.2022"));
        assertThat(reader.lastTurn().locator(".meter")).not().containsText("..");
        reader.shows("lead-in-" + language);
    }
}

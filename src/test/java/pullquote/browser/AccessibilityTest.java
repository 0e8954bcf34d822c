package pullquote.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pullquote.TestServer;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/** Checks the chat and the pages against WCAG 2.2 AA, as far as a program can, and in three languages. */
@ExtendWith(Chromium.class)
@Tag("browser")
class AccessibilityTest {
    private static final String ENGLISH = "/articles/tea-en";
    private static TestServer server;

    private static Article article(String language, String title, String text) {
        var about = new FrontMatter(
                title, Optional.empty(), language, Optional.empty(), Optional.empty(), Optional.of("Example"));
        return new Article("tea-" + language, about, List.of(text));
    }

    @BeforeAll
    static void open() {
        server = TestServer.start(new Library(List.of(
                article("en", "Tea in Almaty", "The tea house in Almaty opened on Monday."),
                article("ru", "Чай в Алматы", "Чайная в Алматы открылась в понедельник."),
                article("kk", "Алматыдағы шай", "Алматыдағы шайхана дүйсенбіде ашылды."))));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void has_no_wcag_violations(ColorScheme colours, WidgetPage reader) {
        reader.page.emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE));
        String name = colours.name().toLowerCase(Locale.ROOT);

        reader.open(server.url() + "/");
        assertThatAxeFindsNothing(reader);
        reader.open(server.url() + ENGLISH);
        assertThat(reader.input()).isVisible();
        assertThatAxeFindsNothing(reader);
        reader.announcements("When opened the house in Almaty?");
        reader.lastTurn().locator("summary").click();
        assertThatAxeFindsNothing(reader);
        reader.marks().first().hover();
        assertThat(reader.page.locator(".card")).isVisible();
        assertThatAxeFindsNothing(reader);
        reader.marks().first().click();
        reader.shows("reading-page-" + name);
        reader.announcements("Nothing of that kind?");
        assertThatAxeFindsNothing(reader);
        reader.page.route("**/api/answers", Route::abort);
        reader.announcements("When opened the house in Almaty?");
        assertThatAxeFindsNothing(reader);
        reader.page.unroute("**/api/answers");

        reader.page.setViewportSize(390, 780);
        assertThat(reader.button("Ask about this article")).isVisible();
        assertThatAxeFindsNothing(reader);
        reader.button("Ask about this article").click();
        assertThatAxeFindsNothing(reader);
        reader.shows("phone-" + name);
    }

    private static void assertThatAxeFindsNothing(WidgetPage reader) {
        List<Rule> violations = new AxeBuilder(reader.page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().get(0).getHtml()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Спросить об этой статье, Ваш вопрос, Новый разговор, Когда открылась чайная в Алматы?",
        "kk, Осы мақала туралы сұрау, Сұрағыңыз, Жаңа әңгіме, Алматыдағы шайхана қашан ашылды?"
    })
    void uses_the_language_of_the_page_without_cutting_off_text(
            String language, String open, String placeholder, String restart, String question, WidgetPage reader) {
        reader.open(server.url() + "/articles/tea-" + language);
        assertThat(reader.page.locator("html")).hasAttribute("lang", language);
        assertThat(reader.input()).hasAttribute("placeholder", placeholder);
        reader.announcements(question);
        assertThat(reader.button(restart)).isVisible();
        reader.marks().first().click();
        assertThat(reader.highlighted()).isEqualTo(reader.quotes()).hasSize(1);
        reader.shows("reading-page-" + language);
        assertThatNothingIsCutOff(reader);

        reader.page.setViewportSize(320, 700);
        reader.button(open).click();
        assertThatNothingIsCutOff(reader);
        var thumbs = reader.lastTurn().locator("[aria-pressed]").all();
        assertThat(thumbs.get(0).boundingBox().y).isEqualTo(thumbs.get(1).boundingBox().y);
        reader.shows("phone-" + language);
    }

    private static void assertThatNothingIsCutOff(WidgetPage reader) {
        assertThat(reader.page.evaluate("""
                [...document.querySelector('pullquote-chat').shadowRoot.querySelectorAll('button, h2, h4, p, summary, figcaption')]
                  .filter(element => element.offsetParent && element.scrollWidth > element.clientWidth + 1)
                  .map(element => element.outerHTML).join()""")).isEqualTo("");
        assertThat((boolean) reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    @Test
    void marks_the_language_of_each_part_for_screen_readers(WidgetPage reader) {
        reader.open(server.url() + ENGLISH);
        reader.page.evaluate("document.querySelector('pullquote-chat').setAttribute('language', 'kk')");
        assertThat(reader.input()).hasAttribute("placeholder", "Сұрағыңыз");
        reader.announcements("When opened the house in Almaty?");
        reader.lastTurn().locator("summary").click();

        assertThat(languageOf(reader.input())).isEqualTo("kk");
        assertThat(languageOf(reader.lastTurn().locator("summary"))).isEqualTo("kk");
        assertThat(languageOf(reader.lastTurn().locator(".sentence"))).isEqualTo("en");
        assertThat(languageOf(reader.lastTurn().locator("blockquote"))).isEqualTo("en");
    }

    /** Returns the language of an element: the nearest {@code lang} attribute, in the chat or around it. */
    private static Object languageOf(Locator element) {
        return element.evaluate("""
                element => {
                  const said = element.closest('[lang]') ?? element.getRootNode().host.closest('[lang]');
                  return said.lang;
                }""");
    }

    @Test
    void front_page_uses_the_browser_language(@BrowserOptions(locale = "ru-RU") WidgetPage reader) {
        reader.open(server.url() + "/");

        assertThat(reader.page.locator("h2").first()).hasText("Статьи");
        assertThat(reader.input()).hasAttribute("placeholder", "Ваш вопрос");
    }

    @Test
    void button_is_on_the_left_of_a_right_to_left_page(@BrowserOptions(width = 900) WidgetPage reader) {
        reader.open(server.url() + ENGLISH);
        reader.page.evaluate("document.documentElement.dir = 'rtl'");

        var button = reader.button("Ask about this article").boundingBox();

        assertThat(button.x).isLessThan(100);
        reader.button("Ask about this article").click();
        assertThat(reader.page.locator("dialog").boundingBox().x).isLessThan(100);
        assertThat((boolean) reader.page.locator(".footnote").evaluate("""
                        line => {
                          const words = [...line.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                          const of = at => {
                            const range = document.createRange();
                            range.setStart(words, at);
                            range.setEnd(words, at + 1);
                            return range.getBoundingClientRect().left;
                          };
                          return of(words.data.lastIndexOf('.')) > of(0);
                        }"""))
                .as("an English full stop stands behind its sentence")
                .isTrue();
    }

    @Test
    void respects_reduced_motion(WidgetPage reader) {
        reader.page.emulateMedia(
                new com.microsoft.playwright.Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        reader.open(server.url() + ENGLISH).announcements("When opened the house in Almaty?");

        assertThat(
                        reader.page.evaluate(
                                "document.querySelector('pullquote-chat').shadowRoot.querySelector('.sentence').getAnimations().length"))
                .isEqualTo(0);
    }
}

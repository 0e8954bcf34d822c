package pullquote.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads a page and asks the chat on it. Notes what the page complains of and whom it calls. */
final class WidgetPage {
    final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    WidgetPage(Page page) {
        this.page = page;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onRequest((Request request) -> calls.add(request.url()));
    }

    WidgetPage open(String url) {
        page.navigate(url);
        return this;
    }

    WidgetPage ask(String question) {
        input().fill(question);
        input().press("Enter");
        return this;
    }

    /** The same, and waits until no more is to come. */
    WidgetPage announcements(String question) {
        ask(question);
        lastTurn().and(page.locator("[aria-busy=false]")).waitFor();
        return this;
    }

    Locator input() {
        return page.locator("pullquote-chat textarea");
    }

    Locator turns() {
        return page.locator(".turn");
    }

    Locator lastTurn() {
        return turns().last();
    }

    Locator marks() {
        return lastTurn().locator("a.mark");
    }

    Locator button(String name) {
        return page.locator("pullquote-chat button")
                .and(page.getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    /** What is lit up in the page, read back from the browser's own registry. */
    List<String> highlighted() {
        @SuppressWarnings("unchecked")
        var texts = (List<String>)
                page.evaluate("[...(CSS.highlights.get('pullquote') ?? [])].map(range => range.toString())");
        return texts;
    }

    /** The quotes of the last answer, as the server gave them. */
    List<String> quotes() {
        return lastTurn().locator(".sources blockquote").allTextContents();
    }

    /** Kept beside the test reports, to be looked at; once all has come to rest. */
    WidgetPage shows(String name) {
        page.evaluate("""
                async () => {
                  for (let still = 0, at = scrollY; still < 10; still = scrollY === at ? still + 1 : 0, at = scrollY) {
                    await new Promise(requestAnimationFrame);
                  }
                }""");
        page.screenshot(new ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(Path.of("target", "screenshots", name + ".png")));
        return this;
    }

    List<String> errors() {
        return errors;
    }

    List<String> calls() {
        return calls;
    }
}

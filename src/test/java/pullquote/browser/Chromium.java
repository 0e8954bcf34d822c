package pullquote.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real browser for tests: gives a test that asks for one a {@link WidgetPage} with a profile of its own. It is the Chromium
 * or Chrome of this machine, or the one that {@code PULLQUOTE_TEST_BROWSER} names; where there is none the tests are
 * skipped, and say so.
 */
public final class Chromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private static final List<String> SILENT = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<BrowserContext> profiles = new ArrayList<>();

    /** Started with the first test that needs it, and ended with the tests. */
    private static final class Running {
        static final Browser BROWSER = launch();
    }

    /** A browser of one's own; it ends with the program. */
    static Browser launch() {
        Playwright driver = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return driver.chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(SILENT));
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("PULLQUOTE_TEST_BROWSER")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
        return executable()
                .map(found -> ConditionEvaluationResult.enabled(found.toString()))
                .orElseGet(
                        () -> ConditionEvaluationResult.disabled("THE WIDGET IS NOT TESTED: there is no Chromium here."
                                + " Install one, or name one in PULLQUOTE_TEST_BROWSER."));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == WidgetPage.class;
    }

    @Override
    public WidgetPage resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var options = new NewContextOptions().setViewportSize(1280, 800).setLocale("en-US");
        Optional.ofNullable(parameter.getParameter().getAnnotation(BrowserOptions.class))
                .ifPresent(with -> {
                    options.setViewportSize(with.width(), with.height()).setLocale(with.locale());
                    options.setHasTouch(with.touch()).setColorScheme(with.colours());
                });
        BrowserContext profile = Running.BROWSER.newContext(options);
        profile.setDefaultTimeout(10_000);
        profiles.add(profile);
        return new WidgetPage(profile.newPage());
    }

    @Override
    public void afterEach(ExtensionContext test) {
        profiles.forEach(BrowserContext::close);
        profiles.clear();
    }
}

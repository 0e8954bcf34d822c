package pullquote.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import pullquote.TestServer;

/**
 * Measures how long a reader waits on the embedded default, from the click on “send” to the first sentence on the
 * screen: {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.browser.LatencyBenchmark
 * -Dexec.classpathScope=test}.
 */
public final class LatencyBenchmark {
    private static final List<String> QUESTIONS = List.of(
            "Who visited the detainees?",
            "What was the main function of the CSTO peacekeeping forces?",
            "How many terms does Tokayev intend to serve as president?",
            "What did Tokayev say about an independent investigation?",
            "What reforms did the head of state announce?");

    private static final int ROUNDS = 6;

    private LatencyBenchmark() {}

    public static void main(String[] args) {
        var times = new ArrayList<Double>();
        try (var server = TestServer.startWithSeedArticle();
                Browser browser = Chromium.launch();
                Page page = browser.newPage()) {
            page.navigate(server.url() + "/articles/tokayev-interview-january-2022");
            page.locator("pullquote-chat textarea").waitFor();
            round(page); // warms up
            for (int round = 1; round < ROUNDS; round++) {
                times.addAll(round(page));
            }
        }
        times.sort(null);
        System.out.printf(
                "%d questions, from the click to the first sentence on the screen: median %.0f ms, 95 %% below %.0f ms%n",
                times.size(), times.get(times.size() / 2), times.get(times.size() * 95 / 100));
        System.exit(0);
    }

    /** Returns the latencies of a series of questions in milliseconds. */
    static List<Double> round(Page page) {
        return QUESTIONS.stream().map(question -> ask(page, question)).toList();
    }

    /** In milliseconds; the frame in which the sentence is painted counts. */
    private static double ask(Page page, String question) {
        page.locator("pullquote-chat textarea").fill(question);
        Object time = page.evaluate("""
                async () => {
                  const root = document.querySelector('pullquote-chat').shadowRoot;
                  const before = root.querySelectorAll('.turn').length;
                  const start = performance.now();
                  root.querySelector('button[type=submit]').click();
                  while (!root.querySelector(`.turn:nth-child(${before + 1}) .sentence`)) {
                    await new Promise(requestAnimationFrame);
                  }
                  await new Promise(requestAnimationFrame);
                  return performance.now() - start;
                }""");
        page.locator(".turn[aria-busy=true]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        return ((Number) time).doubleValue();
    }
}

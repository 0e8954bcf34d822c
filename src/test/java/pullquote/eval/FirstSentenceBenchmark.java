package pullquote.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import pullquote.App;
import pullquote.DefaultProduct;
import pullquote.ScriptedLlm;
import pullquote.Server;
import pullquote.Settings;
import pullquote.article.Paragraph;
import pullquote.text.SentenceSplitter;

/**
 * How much time we add to a model's first sentence: from when a scripted model sends the character that makes it whole,
 * until the reader has it, proved, over real HTTP. The sentences are the first article's own and paraphrases of them;
 * the model writes them token by token. Run it with
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.eval.FirstSentenceBenchmark
 * -Dexec.classpathScope=test}.
 */
public final class FirstSentenceBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PARAPHRASES = Path.of("src/test/resources/proof/paraphrases.tsv");
    private static final String ARTICLE = "tokayev-interview-january-2022";
    /** A quick model's pace: 100 tokens a second. */
    private static final Duration TOKEN_INTERVAL = Duration.ofMillis(10);
    /** So long that what comes of the first sentence is not mistaken for what comes of the end. */
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(100);

    private static final int ROUNDS = 3;

    private final ScriptedLlm model;
    private final URI answers;
    private final List<Double> millisSinceComplete = new ArrayList<>();
    private final List<Double> millisSinceFullStop = new ArrayList<>();
    private int dropped;
    private volatile long fullStopNanos;
    private volatile long completeNanos;

    private FirstSentenceBenchmark(ScriptedLlm model, Server server) {
        this.model = model;
        this.answers = URI.create("http://127.0.0.1:" + server.port() + "/api/answers");
    }

    /** A sentence, and the paragraph it rests on. */
    private record SampleSentence(String text, int paragraph) {}

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("pullquote-first-sentence");
        try (var model = new ScriptedLlm()) {
            var settings = Settings.from(Map.of(
                    "DATA_DIR",
                    data.toString(),
                    "LLM_PROVIDER",
                    "openai",
                    "LLM_BASE_URL",
                    model.url(),
                    "LLM_MODEL",
                    "scripted"));
            App app = App.build(settings, (work, done, all) -> {});
            try (Server server = app.startServer("127.0.0.1", 0, URI.create("http://127.0.0.1"))) {
                new FirstSentenceBenchmark(model, server).measure();
            }
        }
    }

    private void measure() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            if (round == 1) {
                // The first was to warm up.
                millisSinceComplete.clear();
                millisSinceFullStop.clear();
                dropped = 0;
            }
            for (SampleSentence text : texts()) {
                measure(text);
            }
        }
        System.out.printf(
                "%d first sentences of %d; %d others were not let through%n"
                        + "added since the character that makes it whole: median %.2f ms, 95th percentile %.2f ms%n"
                        + "since its full stop, at %d ms a token: median %.2f ms, 95th percentile %.2f ms%n",
                millisSinceComplete.size(),
                millisSinceComplete.size() + dropped,
                dropped,
                percentile(millisSinceComplete, 0.5),
                percentile(millisSinceComplete, 0.95),
                TOKEN_INTERVAL.toMillis(),
                percentile(millisSinceFullStop, 0.5),
                percentile(millisSinceFullStop, 0.95));
    }

    private void measure(SampleSentence text) throws Exception {
        OptionalInt place = passageNumberOf(text);
        if (place.isEmpty()) {
            dropped++;
            return;
        }
        String unstopped = text.text().replaceFirst("\\.$", "");
        var reply = model.reply();
        for (String token : unstopped.split("(?= )|(?<=\\G.{6})")) {
            reply.pieces(token).pause(TOKEN_INTERVAL);
        }
        // Noted before it is sent: so the way to us is counted too.
        reply.onReached(() -> fullStopNanos = System.nanoTime()).pieces(".").pause(TOKEN_INTERVAL);
        reply.pieces(" [{" + place.getAsInt() + "}]").pause(TOKEN_INTERVAL);
        reply.onReached(() -> completeNanos = System.nanoTime()).pieces(" The").pause(PAUSE_AFTER_SENTENCE);
        reply.pieces(" end.").stop();
        var arrived = new ArrayList<Long>();
        ask(text.text(), line -> {
            if (line.equals("event: sentence")) {
                arrived.add(System.nanoTime());
            }
        });
        // What comes after the rest is the fallback's sentence, and not the model's.
        double added = arrived.isEmpty() ? Double.MAX_VALUE : (arrived.get(0) - completeNanos) / 1e6;
        if (added < PAUSE_AFTER_SENTENCE.toMillis()) {
            millisSinceComplete.add(added);
            millisSinceFullStop.add((arrived.get(0) - fullStopNanos) / 1e6);
        } else {
            dropped++;
        }
    }

    /** Which of the passages the paragraph is, found by asking for nothing but the passages. */
    private OptionalInt passageNumberOf(SampleSentence text) throws Exception {
        model.reply().pieces("NOT_ANSWERED").stop();
        var passages = new ArrayList<Integer>();
        ask(text.text(), line -> {
            if (passages.isEmpty() && line.startsWith("data: [")) {
                parseJson(line.substring("data: ".length()))
                        .forEach(
                                passage -> passages.add(passage.get("paragraph").asInt()));
            }
        });
        int index = passages.indexOf(text.paragraph());
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + 1);
    }

    private void ask(String question, Consumer<String> line) throws IOException {
        var call = (HttpURLConnection) answers.toURL().openConnection();
        call.setRequestProperty("Content-Type", "application/json");
        call.setRequestProperty("Accept", "text/event-stream");
        call.setDoOutput(true);
        try (var out = call.getOutputStream()) {
            JSON.writeValue(out, Map.of("question", question));
        }
        try (var in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8))) {
            in.lines().forEach(line);
        }
    }

    private static List<SampleSentence> texts() throws IOException {
        var texts = new ArrayList<SampleSentence>();
        for (Paragraph paragraph : DefaultProduct.seedArticle().paragraphs()) {
            SentenceSplitter.split(paragraph.text(), "en")
                    .forEach(span ->
                            texts.add(new SampleSentence(span.substringOf(paragraph.text()), paragraph.number())));
        }
        for (String row : Files.readAllLines(PARAPHRASES)) {
            String[] cells = row.split("\t");
            if (cells[1].equals(ARTICLE) && cells[2].matches("\\d+")) {
                texts.add(new SampleSentence(cells[3], Integer.parseInt(cells[2])));
            }
        }
        texts.removeIf(text -> !text.text().endsWith("."));
        return texts;
    }

    private static JsonNode parseJson(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static double percentile(List<Double> values, double part) {
        return values.stream().sorted().toList().get((int) (values.size() * part));
    }
}

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
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.FirstSentence -Dexec.classpathScope=test}.
 */
public final class FirstSentenceBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PARAPHRASES = Path.of("src/test/resources/proof/paraphrases.tsv");
    private static final String ARTICLE = "tokayev-interview-january-2022";
    /** A quick model's pace: 100 tokens a second. */
    private static final Duration TOKEN = Duration.ofMillis(10);
    /** So long that what comes of the first sentence is not mistaken for what comes of the end. */
    private static final Duration REST = Duration.ofMillis(100);

    private static final int ROUNDS = 3;

    private final ScriptedLlm model;
    private final URI answers;
    private final List<Double> sinceWhole = new ArrayList<>();
    private final List<Double> sinceStop = new ArrayList<>();
    private int dropped;
    private volatile long stop;
    private volatile long whole;

    private FirstSentenceBenchmark(ScriptedLlm model, Server server) {
        this.model = model;
        this.answers = URI.create("http://127.0.0.1:" + server.port() + "/api/answers");
    }

    /** A sentence, and the paragraph it rests on. */
    private record Text(String words, int paragraph) {}

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
            try (Server server = app.open("127.0.0.1", 0, URI.create("http://127.0.0.1"))) {
                new FirstSentenceBenchmark(model, server).measure();
            }
        }
    }

    private void measure() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            if (round == 1) {
                // The first was to warm up.
                sinceWhole.clear();
                sinceStop.clear();
                dropped = 0;
            }
            for (Text text : texts()) {
                measure(text);
            }
        }
        System.out.printf(
                "%d first sentences of %d; %d others were not let through%n"
                        + "added since the character that makes it whole: median %.2f ms, 95th percentile %.2f ms%n"
                        + "since its full stop, at %d ms a token: median %.2f ms, 95th percentile %.2f ms%n",
                sinceWhole.size(),
                sinceWhole.size() + dropped,
                dropped,
                at(sinceWhole, 0.5),
                at(sinceWhole, 0.95),
                TOKEN.toMillis(),
                at(sinceStop, 0.5),
                at(sinceStop, 0.95));
    }

    private void measure(Text text) throws Exception {
        OptionalInt place = placeOf(text);
        if (place.isEmpty()) {
            dropped++;
            return;
        }
        String unstopped = text.words().replaceFirst("\\.$", "");
        var reply = model.reply();
        for (String token : unstopped.split("(?= )|(?<=\\G.{6})")) {
            reply.words(token).pause(TOKEN);
        }
        // Noted before it is sent: so the way to us is counted too.
        reply.told(() -> stop = System.nanoTime()).words(".").pause(TOKEN);
        reply.words(" [{" + place.getAsInt() + "}]").pause(TOKEN);
        reply.told(() -> whole = System.nanoTime()).words(" The").pause(REST);
        reply.words(" end.").stop();
        var arrived = new ArrayList<Long>();
        ask(text.words(), line -> {
            if (line.equals("event: sentence")) {
                arrived.add(System.nanoTime());
            }
        });
        // What comes after the rest is the fallback's sentence, and not the model's.
        double added = arrived.isEmpty() ? Double.MAX_VALUE : (arrived.get(0) - whole) / 1e6;
        if (added < REST.toMillis()) {
            sinceWhole.add(added);
            sinceStop.add((arrived.get(0) - stop) / 1e6);
        } else {
            dropped++;
        }
    }

    /** Which of the passages the paragraph is, found by asking for nothing but the passages. */
    private OptionalInt placeOf(Text text) throws Exception {
        model.reply().words("NOT_ANSWERED").stop();
        var passages = new ArrayList<Integer>();
        ask(text.words(), line -> {
            if (passages.isEmpty() && line.startsWith("data: [")) {
                read(line.substring("data: ".length()))
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

    private static List<Text> texts() throws IOException {
        var texts = new ArrayList<Text>();
        for (Paragraph paragraph : DefaultProduct.seed().paragraphs()) {
            SentenceSplitter.split(paragraph.text(), "en")
                    .forEach(span -> texts.add(new Text(span.substringOf(paragraph.text()), paragraph.number())));
        }
        for (String row : Files.readAllLines(PARAPHRASES)) {
            String[] cells = row.split("\t");
            if (cells[1].equals(ARTICLE) && cells[2].matches("\\d+")) {
                texts.add(new Text(cells[3], Integer.parseInt(cells[2])));
            }
        }
        texts.removeIf(text -> !text.words().endsWith("."));
        return texts;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static double at(List<Double> values, double part) {
        return values.stream().sorted().toList().get((int) (values.size() * part));
    }
}

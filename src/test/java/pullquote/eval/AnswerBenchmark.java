package pullquote.eval;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pullquote.App;
import pullquote.Server;
import pullquote.Settings;
import pullquote.retrieval.MiniLmModel;

/**
 * How much time a whole answer takes over HTTP, without the reader and with it, also as a multiple of the time of embedding
 * the question alone: both in this process, warm, in turns, and never the same question twice. Run it with
 * {@code mvn -q test-compile exec:java -Dexec.mainClass=pullquote.eval.AnswerBenchmark -Dexec.classpathScope=test}.
 */
public final class AnswerBenchmark {
    private static final List<String> QUESTIONS = List.of(
            "Who visited the detainees?",
            "On what date was the order to shoot given?",
            "Did the peacekeepers fire any shots?",
            "How many terms does Tokayev want to serve?",
            "Which TV channel did Tokayev talk to?",
            "What does Tokayev say about reforms?",
            "Why did Tokayev give the order?",
            "How many people were killed?",
            "Where were the militants trained?",
            "What is the capital of France?");
    private static final List<String> OPENINGS =
            List.of("", "Please: ", "Tell me: ", "I wonder: ", "Quickly: ", "Now: ");
    private static final List<String> FILLERS = List.of("", "well, ", "so, ", "then, ", "and ", "but ", "or ");
    private static final List<String> SECOND_FILLERS = List.of("", "please, ", "in short, ", "exactly, ", "really, ");
    private static final List<String> ENDINGS = List.of("", " Thanks.", " It matters.");

    private AnswerBenchmark() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("RUST_FLAVOR", "cpu");
        measure(false, 3_000, 2_000);
        measure(true, 300, 700);
        System.exit(0);
    }

    private static void measure(boolean reading, int warmUp, int measured) throws Exception {
        Path data = Files.createTempDirectory("pullquote-benchmark");
        var settings = Settings.from(Map.of("DATA_DIR", data.toString(), "READER", String.valueOf(reading)));
        EmbeddingModel model = new MiniLmModel();
        App app = App.build(settings, (work, done, all) -> {});
        try (Server server = app.startServer("127.0.0.1", 0, URI.create("http://127.0.0.1"))) {
            var ratios = new ArrayList<Double>();
            var answers = new ArrayList<Double>();
            int asked = 0;
            for (String text : questions().subList(0, warmUp + measured)) {
                double embedding = measureMillis(() -> model.embed(text));
                double answer = measureMillis(() -> post(server.port(), text));
                if (asked++ >= warmUp) {
                    ratios.add(answer / embedding);
                    answers.add(answer);
                }
            }
            System.out.printf(
                    "%s the reader, %d answers: median %.2f ms, 99th percentile %.2f ms; %.2f × embedding the question alone (median)%n",
                    reading ? "with" : "without",
                    answers.size(),
                    percentile(answers, 0.5),
                    percentile(answers, 0.99),
                    percentile(ratios, 0.5));
        }
    }

    /** Each once: a question asked again would find its embedding remembered. */
    private static List<String> questions() {
        var questions = new ArrayList<String>();
        for (String opening : OPENINGS) {
            for (String word : FILLERS) {
                for (String more : SECOND_FILLERS) {
                    for (String question : QUESTIONS) {
                        for (String ending : ENDINGS) {
                            questions.add(opening + word + more + question + ending);
                        }
                    }
                }
            }
        }
        Collections.shuffle(questions, new Random(1));
        return questions;
    }

    private interface Task {
        void run() throws Exception;
    }

    private static double measureMillis(Task work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** By the JDK's plain client, which works in the calling thread: a client with threads of its own is timed too. */
    private static void post(int port, String question) throws IOException {
        var call = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/api/answers").toURL().openConnection();
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        try (var out = call.getOutputStream()) {
            out.write(("{\"question\": \"" + question + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        try (var in = call.getInputStream()) {
            in.readAllBytes();
        }
    }

    private static double percentile(List<Double> values, double part) {
        return values.stream().sorted().toList().get((int) (values.size() * part));
    }
}

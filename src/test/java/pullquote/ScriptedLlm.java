package pullquote;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pullquote.llm.LlmClient;
import pullquote.llm.LlmConfig;
import pullquote.llm.LlmFactory;
import pullquote.llm.Provider;
import pullquote.llm.Secret;

/**
 * A model's server that says what a test wants it to, in OpenAI's dialect, over real HTTP. Each {@link #reply} answers
 * one request, in order:
 *
 * <pre>
 * server.reply().words("Tokayev ", "spoke. [{1}]").stop();      {1} is the name of the first passage
 * server.reply().words("Tokayev").pause(ofSeconds(9)).stop();
 * server.reply().status(429).header("Retry-After", "1").body("{}");
 * </pre>
 */
public final class ScriptedLlm implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("\\{(?:(\\d)|=([^}]+))}");

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch disconnected = new CountDownLatch(1);

    public ScriptedLlm() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "scripted-model");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** A request that came. */
    public record Request(String path, Map<String, List<String>> headers, String body, long nanos) {
        /** The id of the first sentence of each retrieved passage. */
        List<String> passageIds() {
            return Pattern.compile("<passage>\\\\n\\[(\\w{4})]")
                    .matcher(body)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** The id of the sentence that contains some words. */
        String sentenceId(String words) {
            Matcher sentence = Pattern.compile("\\[(\\w{4})] [^\\[]*?" + Pattern.quote(words))
                    .matcher(body);
            if (!sentence.find()) {
                throw new AssertionError("no sentence in the prompt contains: " + words);
            }
            return sentence.group(1);
        }
    }

    /** The next answer, to be filled. In texts, {1} is the id of the first passage and {=words} that of a sentence. */
    public Reply reply() {
        var reply = new Reply();
        replies.add(reply);
        return reply;
    }

    public List<Request> requests() {
        return requests;
    }

    /** Whether somebody hung up on us within that time, while we were speaking. */
    public boolean awaitDisconnect(Duration within) throws InterruptedException {
        return disconnected.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The model as the server itself would make it. */
    public LlmClient client() {
        return clientFor(url() + "/v1");
    }

    /** A model that is asked elsewhere. */
    public static LlmClient clientFor(String url) {
        return LlmFactory.client(new LlmConfig(
                Provider.OPENAI, "scripted", Optional.of(URI.create(url)), Optional.of(new Secret("sk-very-secret"))));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var heard = new Request(
                exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body, System.nanoTime());
        requests.add(heard);
        Reply reply = replies.poll();
        if (reply == null) {
            reply = new Reply().status(500).body("nothing is scripted");
        }
        try {
            reply.run(exchange, heard);
        } catch (IOException e) {
            disconnected.countDown();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private interface Step {
        void run(HttpExchange exchange, Request request) throws IOException, InterruptedException;
    }

    /** One answer, step by step. */
    public static final class Reply {
        private final List<Step> steps = new ArrayList<>();
        private int status = 200;

        public Reply status(int code) {
            status = code;
            return this;
        }

        public Reply header(String name, String value) {
            return prepend((exchange, request) -> exchange.getResponseHeaders().set(name, value));
        }

        /** Waits before even the status is sent. */
        public Reply delay(Duration time) {
            return prepend((exchange, request) -> Thread.sleep(time.toMillis()));
        }

        /** Each piece in an event of its own. */
        public Reply pieces(String... pieces) {
            for (String piece : pieces) {
                append((exchange, request) -> send(exchange, event(delta(withIds(piece, request)))));
            }
            return this;
        }

        /** Each character in an event of its own. */
        public Reply characters(String text) {
            return append((exchange, request) -> {
                for (String letter : withIds(text, request).split("")) {
                    send(exchange, event(delta(letter)));
                }
            });
        }

        public Reply pause(Duration time) {
            return append((exchange, request) -> Thread.sleep(time.toMillis()));
        }

        /** Tells the test that it has come so far. */
        public Reply onReached(Runnable note) {
            return append((exchange, request) -> note.run());
        }

        /** The whole answer, to its proper end. */
        public Reply stop() {
            return finish("stop").body("data: [DONE]\n\n");
        }

        public Reply finish(String reason) {
            return body(event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}"));
        }

        /** Anything at all. */
        public Reply body(String raw) {
            return append((exchange, request) -> send(exchange, raw));
        }

        /** Speaks on, without a word, until the other side hangs up. */
        public Reply streamUntilDisconnect() {
            return append((exchange, request) -> {
                for (int i = 0; i < 500; i++) {
                    send(exchange, ": still here\n\n");
                    Thread.sleep(20);
                }
            });
        }

        /** Breaks the connection in the middle. */
        public void dropConnection() {
            append((exchange, request) -> {
                throw new IllegalStateException("cut");
            });
        }

        private Reply append(Step step) {
            steps.add(step);
            return this;
        }

        private Reply prepend(Step step) {
            steps.add(0, step);
            return this;
        }

        private void run(HttpExchange exchange, Request request) throws IOException, InterruptedException {
            for (Step step : steps) {
                step.run(exchange, request);
            }
            sendHeaders(exchange);
        }

        private void sendHeaders(HttpExchange exchange) throws IOException {
            if (exchange.getResponseCode() < 0) {
                exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/event-stream"));
                exchange.sendResponseHeaders(status, 0);
            }
        }

        private void send(HttpExchange exchange, String text) throws IOException {
            sendHeaders(exchange);
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }

        private static String event(String data) {
            return "data: " + data + "\n\n";
        }

        private static String delta(String words) throws IOException {
            return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + JSON.writeValueAsString(words) + "}}]}";
        }

        private static String withIds(String text, Request request) {
            List<String> ids = request.passageIds();
            return ID.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(
                            place.group(1) == null
                                    ? request.sentenceId(place.group(2))
                                    : ids.get(Integer.parseInt(place.group(1)) - 1)));
        }
    }
}

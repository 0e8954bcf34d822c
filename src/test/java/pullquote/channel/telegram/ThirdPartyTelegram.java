package pullquote.channel.telegram;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the npm package {@code telegram-test-api}, a third-party Telegram emulator. Node runs it from the folder in
 * {@code PULLQUOTE_TEST_TELEGRAM}, where it must be installed. The test is skipped if the variable is not set.
 *
 * <p>The emulator differs from Telegram, so a proxy in front of it corrects three things. It adds the secret to webhook
 * requests, converts milliseconds to seconds, and reduces the response to a sent message to its id, because the
 * emulator repeats the request there.
 */
final class ThirdPartyTelegram implements AutoCloseable {
    private static final String FOLDER_VARIABLE = "PULLQUOTE_TEST_TELEGRAM";
    private static final Pattern MILLISECOND_DATE = Pattern.compile("(\"date\":\\d{10})\\d{3}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process nodeProcess;
    private final URI apiUrl;
    private final HttpServer proxy;
    private volatile String webhookUrl = "";
    private volatile String secret = "";

    ThirdPartyTelegram() throws Exception {
        String folder = System.getenv(FOLDER_VARIABLE);
        assumeTrue(
                folder != null && !folder.isBlank(),
                FOLDER_VARIABLE + " is not set. Set it to the folder with telegram-test-api to run this test.");
        int port = TestBot.freePort();
        apiUrl = URI.create("http://127.0.0.1:" + port);
        String script = "new (require('telegram-test-api'))({host: '127.0.0.1', port: " + port
                + "}).start().then(() => console.log('up'))";
        nodeProcess = new ProcessBuilder("node", "-e", script)
                .directory(Path.of(folder).toFile())
                .redirectErrorStream(true)
                .start();
        String up = nodeProcess.inputReader().readLine();
        if (!"up".equals(up)) {
            throw new IOException("Failed to start telegram-test-api: " + up);
        }
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/hook", exchange -> forward(exchange, URI.create(webhookUrl), secret));
        proxy.createContext("/bot", this::handleBotCall);
        proxy.setExecutor(Executors.newCachedThreadPool());
        proxy.start();
    }

    /** Returns the value for {@code TELEGRAM_API_URL}. */
    URI url() {
        return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    }

    /** Sends a message to the bot as a user. */
    void message(String token, long chat, String text) throws Exception {
        postAsUser("/sendMessage", message(token, chat, Map.of("text", text)));
    }

    /** Presses a button as a user. */
    void pressButton(String token, long chat, String data) throws Exception {
        var message = Map.of("message_id", 1, "date", 1_760_000_000, "chat", Map.of("id", chat, "type", "private"));
        postAsUser("/sendCallback", message(token, chat, Map.of("data", data, "message", message)));
    }

    /** Waits for the next message from the bot and returns it. */
    JsonNode await(String token, long chat) throws Exception {
        for (int i = 0; i < 200; i++) {
            JsonNode result = postAsUser("/getUpdates", Map.of("token", token, "chatId", chat))
                    .get("result");
            if (!result.isEmpty()) {
                return result.get(0).get("message");
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No message within 10 s in chat " + chat);
    }

    void awaitWebhook() throws InterruptedException {
        for (int i = 0; webhookUrl.isEmpty() && i < 200; i++) {
            Thread.sleep(50);
        }
    }

    private static Map<String, Object> message(String token, long chat, Map<String, Object> content) {
        var message = new java.util.HashMap<>(content);
        message.put("botToken", token);
        message.put("date", 1_760_000_000);
        message.put("chat", Map.of("id", chat, "type", "private"));
        message.put("from", Map.of("id", chat, "is_bot", false, "first_name", "Aliya"));
        return message;
    }

    private JsonNode postAsUser(String path, Object body) throws Exception {
        var request = HttpRequest.newBuilder(apiUrl.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    /** Passes a call to the emulator. Replaces the URL of the webhook with that of the proxy. */
    private void handleBotCall(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestURI().getPath().endsWith("/setWebhook")) {
            secret = formField(body, "secret_token");
            webhookUrl = formField(body, "url");
            body = "url=" + URLEncoder.encode(url() + "/hook", StandardCharsets.UTF_8);
        }
        forward(exchange, apiUrl.resolve(exchange.getRequestURI().getPath()), body, "");
    }

    private static String formField(String form, String name) {
        Matcher field = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(form);
        return field.find() ? URLDecoder.decode(field.group(1), StandardCharsets.UTF_8) : "";
    }

    private static void forward(HttpExchange exchange, URI to, String secret) throws IOException {
        forward(exchange, to, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), secret);
    }

    private static void forward(HttpExchange exchange, URI to, String body, String secret) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(to)
                    .header("Content-Type", exchange.getRequestHeaders().getFirst("Content-Type"))
                    .POST(BodyPublishers.ofString(convertDatesToSeconds(body)));
            if (!secret.isEmpty()) {
                request.header("X-Telegram-Bot-Api-Secret-Token", secret);
            }
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            byte[] answer =
                    simplifyResponse(convertDatesToSeconds(response.body())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(response.statusCode(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String simplifyResponse(String json) {
        Matcher number = Pattern.compile("\"message_id\":(\\d+)").matcher(json);
        return number.find() ? "{\"ok\":true,\"result\":{\"message_id\":" + number.group(1) + "}}" : json;
    }

    private static String convertDatesToSeconds(String json) {
        return MILLISECOND_DATE.matcher(json).replaceAll("$1");
    }

    @Override
    public void close() {
        proxy.stop(0);
        nodeProcess.destroy();
    }
}

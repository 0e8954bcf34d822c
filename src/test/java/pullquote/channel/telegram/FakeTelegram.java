package pullquote.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Emulates Telegram according to the Bot API documentation. Accepts calls at {@code /bot<token>/<method>} over HTTP and
 * refuses invalid ones as Telegram does. Sends updates to the registered webhook, with its secret, or offers them for
 * polling.
 */
public final class FakeTelegram implements AutoCloseable {
    public static final String TOKEN = "4711:AAH0123456789-abcdef_ghijklmnop";
    static final long BOT_ID = 4711;
    static final String BOT_USERNAME = "quote_bot";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Response>> plannedResponses = new ConcurrentHashMap<>();
    private final Queue<ObjectNode> pendingUpdates = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lastMessageId = new AtomicInteger(1_000);
    private final AtomicInteger lastUpdateId = new AtomicInteger(500_000);

    private volatile String webhookUrl = "";
    private volatile String secret = "";
    private volatile int maxConnections = 40;

    public FakeTelegram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handleRequest);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "fake-telegram");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** Represents a received Bot API call. */
    public record Call(String method, Map<String, String> parameters, long nanos) {
        long chatId() {
            return Long.parseLong(parameters.getOrDefault("chat_id", "0"));
        }

        public String text() {
            return parameters.getOrDefault("text", "");
        }

        JsonNode json(String parameter) {
            try {
                return JSON.readTree(parameters.getOrDefault(parameter, "null"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the parts of the text with this entity type. */
        List<String> textsWithFormat(String type) {
            return json("entities").findParents("type").stream()
                    .filter(entity -> entity.get("type").asText().equals(type))
                    .map(entity -> text().substring(
                                    entity.get("offset").asInt(),
                                    entity.get("offset").asInt()
                                            + entity.get("length").asInt()))
                    .toList();
        }

        /** Returns the buttons under the message. */
        List<JsonNode> buttons() {
            return json("reply_markup").findParents("text");
        }
    }

    /** Represents an HTTP response. */
    private record Response(int status, String body) {}

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes the next call of this method fail with this error. */
    FakeTelegram failNext(String method, int code, String description) {
        return respondNext(
                method, code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + description + "\"}");
    }

    /** Makes the next call of this method fail with status 429. */
    FakeTelegram rateLimitNext(String method, int retryAfterSeconds) {
        return respondNext(
                method,
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after " + retryAfterSeconds
                        + "\",\"parameters\":{\"retry_after\":" + retryAfterSeconds + "}}");
    }

    /** Returns this response to the next call of this method, as a proxy might. */
    FakeTelegram respondNext(String method, int status, String body) {
        plannedResponses
                .computeIfAbsent(method, m -> new ConcurrentLinkedQueue<>())
                .add(new Response(status, body));
        return this;
    }

    /** Closes the connection of the next call of this method without a response. */
    FakeTelegram dropNextConnection(String method) {
        return respondNext(method, 0, "");
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method.equals(method)).toList();
    }

    /** Returns the calls that sent a message to this chat, in order. */
    public List<Call> written(long chat) {
        return calls.stream()
                .filter(call -> call.method.equals("sendMessage") && call.chatId() == chat)
                .toList();
    }

    List<Call> allCalls() {
        return calls;
    }

    /** Waits until at least this number of messages was sent to the chat, and returns them. */
    public List<Call> await(long chat, int messages) throws InterruptedException {
        await(all -> written(chat).size() >= messages);
        return written(chat);
    }

    void await(Predicate<List<Call>> condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.test(calls)) {
            if (System.nanoTime() - start > Duration.ofSeconds(20).toNanos()) {
                throw new AssertionError("Condition not met within 20 s. Calls: " + calls);
            }
            Thread.sleep(5);
        }
    }

    public void awaitWebhook(URI of) throws InterruptedException {
        await(all -> webhookUrl.startsWith(of.toString()));
    }

    /** Returns an update with a private message to the bot. */
    public ObjectNode message(long chat, String text) {
        ObjectNode update = newUpdate();
        ObjectNode message = update.putObject("message");
        fillMessage(message, chat).put("text", text);
        return update;
    }

    /** Returns an update with a message in a group. */
    ObjectNode groupMessage(long group, long user, String text) {
        ObjectNode update = message(user, text);
        ObjectNode chat = (ObjectNode) update.get("message").get("chat");
        chat.put("id", group).put("type", "supergroup").put("title", "Group");
        return update;
    }

    /** Returns an update with an edit of an earlier message. */
    ObjectNode editedMessage(ObjectNode original, String text) {
        ObjectNode update = newUpdate();
        ObjectNode message = original.get("message").deepCopy();
        message.put("text", text).put("edit_date", 1_760_000_100);
        update.set("edited_message", message);
        return update;
    }

    /** Returns an update for a press of a button under a message of the bot. */
    ObjectNode buttonPress(Call botMessage, String data) {
        ObjectNode update = newUpdate();
        ObjectNode query = update.putObject("callback_query");
        query.put("id", "q" + update.get("update_id").asInt()).put("data", data);
        query.set("from", user(botMessage.chatId()));
        ObjectNode message = fillMessage(query.putObject("message"), botMessage.chatId());
        message.put("text", botMessage.text()).set("reply_markup", botMessage.json("reply_markup"));
        ((ObjectNode) message.get("from")).put("id", BOT_ID).put("is_bot", true);
        return update;
    }

    ObjectNode newUpdate() {
        return JSON.createObjectNode().put("update_id", lastUpdateId.incrementAndGet());
    }

    private ObjectNode fillMessage(ObjectNode message, long chat) {
        message.put("message_id", lastMessageId.incrementAndGet()).put("date", 1_760_000_000);
        message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "Aliya");
        message.set("from", user(chat));
        return message;
    }

    private static ObjectNode user(long id) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Aliya")
                .put("language_code", "en");
    }

    /** Sends an update to the webhook and returns the HTTP status. */
    public int deliver(ObjectNode update) throws IOException, InterruptedException {
        return deliver(update.toString(), Optional.of(secret)).statusCode();
    }

    HttpResponse<String> deliver(String body, Optional<String> secret) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(webhookUrl))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        secret.ifPresent(value -> request.header("X-Telegram-Bot-Api-Secret-Token", value));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    String webhookUrl() {
        return webhookUrl;
    }

    /** Returns the number of connections that may send updates at once. */
    int maxConnections() {
        return maxConnections;
    }

    String secret() {
        return secret;
    }

    /** Offers an update for polling. */
    void addPendingUpdate(ObjectNode update) {
        pendingUpdates.add(update);
    }

    private void handleRequest(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String method = path[path.length - 1];
            var call = new Call(method, parameters(exchange), System.nanoTime());
            Response answer = path[1].equals("bot" + TOKEN)
                    ? respond(call)
                    : new Response(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
            calls.add(call);
            if (answer.status == 0) {
                return; // closes the connection
            }
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var parameters = new ConcurrentHashMap<String, String>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private Response respond(Call call) {
        Queue<Response> planned = plannedResponses.get(call.method);
        Response fault = planned == null ? null : planned.poll();
        if (fault != null) {
            return fault;
        }
        return switch (call.method) {
            case "getMe" ->
                ok("{\"id\":" + BOT_ID + ",\"is_bot\":true,\"first_name\":\"Quote\",\"username\":\"" + BOT_USERNAME
                        + "\"}");
            case "setWebhook" -> {
                secret = call.parameters.getOrDefault("secret_token", "");
                maxConnections = Integer.parseInt(call.parameters.getOrDefault("max_connections", "40"));
                webhookUrl = call.parameters.getOrDefault("url", "");
                yield ok("true");
            }
            case "getUpdates" -> ok(pendingUpdatesFrom(Integer.parseInt(call.parameters.getOrDefault("offset", "0"))));
            case "sendMessage", "editMessageText" -> written(call);
            case "sendMessageDraft" ->
                call.chatId() > 0 ? ok("true") : badRequest("Bad Request: drafts are for private chats");
            case "deleteWebhook", "setMyCommands", "sendChatAction", "answerCallbackQuery", "deleteMessage" ->
                ok("true");
            default -> new Response(404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
        };
    }

    private String pendingUpdatesFrom(int offset) {
        pendingUpdates.removeIf(update -> update.get("update_id").asInt() < offset);
        ArrayNode updates = JSON.createArrayNode();
        pendingUpdates.forEach(updates::add);
        return updates.toString();
    }

    /** Checks a message as Telegram does and returns the response. */
    private Response written(Call call) {
        String text = call.text();
        if (text.isBlank()) {
            return badRequest("Bad Request: message text is empty");
        }
        if (text.length() > 4_096) {
            return badRequest("Bad Request: message is too long");
        }
        if (!text.equals(text.strip())) {
            // Telegram trims the text, which would shift the entities.
            return badRequest("Bad Request: text has leading or trailing whitespace");
        }
        for (JsonNode entity : call.json("entities").findParents("type")) {
            int end = entity.get("offset").asInt() + entity.get("length").asInt();
            if (end > text.length() || entity.get("length").asInt() < 1) {
                return badRequest("Bad Request: entity is out of the text");
            }
        }
        for (JsonNode button : call.buttons()) {
            if (button.has("url") && !button.get("url").asText().matches("https?://[^/]+\\.[a-z]{2,}/.*")) {
                return badRequest("Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL");
            }
            if (button.has("callback_data")
                    && button.get("callback_data").asText().getBytes(StandardCharsets.UTF_8).length > 64) {
                return badRequest("Bad Request: BUTTON_DATA_INVALID");
            }
        }
        int number = call.method.equals("sendMessage")
                ? lastMessageId.incrementAndGet()
                : Integer.parseInt(call.parameters.getOrDefault("message_id", "0"));
        return ok("{\"message_id\":" + number + ",\"date\":1760000000,\"chat\":{\"id\":" + call.chatId()
                + ",\"type\":\"private\"},\"text\":" + JSON.valueToTree(text) + "}");
    }

    private static Response ok(String result) {
        return new Response(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    private static Response badRequest(String description) {
        return new Response(400, "{\"ok\":false,\"error_code\":400,\"description\":\"" + description + "\"}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

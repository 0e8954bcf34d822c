package pullquote.channel.telegram;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import pullquote.DefaultProduct;
import pullquote.TestServer;
import pullquote.answer.Answerer;
import pullquote.answer.TestAnswerers;
import pullquote.article.Library;
import pullquote.channel.Links;
import pullquote.channel.TeaHouseArticles;
import pullquote.channel.telegram.inbox.InMemoryInbox;
import pullquote.channel.telegram.inbox.SqlInbox;
import pullquote.channel.telegram.inbox.UpdateInbox;
import pullquote.conversation.ChatService;
import pullquote.conversation.store.Database;
import pullquote.conversation.store.DatabaseAddress;

/** Runs the real bot on a real server with a {@link FakeTelegram}. */
final class TestBot implements AutoCloseable {
    /** Same as the default limits, but with minimal intervals between messages and a short delivery timeout. */
    static final Limits FAST_LIMITS = new Limits(
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofNanos(1),
            20,
            5_000,
            Duration.ofSeconds(5),
            Duration.ofHours(1));

    private static final int MAX_CONCURRENT_ANSWERS = 100;
    private static final Links LINKS = new Links(URI.create("https://news.example"));

    final FakeTelegram telegram;
    final UpdateInbox inbox;
    private final Telegram channel;
    private final TestServer server;

    /** Returns a bot that expects updates at this local port and calls this Bot API URL. */
    static Telegram createChannel(int port, URI api, String token) {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new Telegram(
                new BotSettings(token, Optional.empty(), Optional.of(api), false),
                conversations,
                () -> TeaHouseArticles.LIBRARY,
                LINKS,
                new InMemoryInbox(),
                URI.create("http://127.0.0.1:" + port),
                MAX_CONCURRENT_ANSWERS,
                FAST_LIMITS);
    }

    private TestBot(
            FakeTelegram telegram,
            ChatService conversations,
            Supplier<Library> library,
            UpdateInbox inbox,
            int maxConcurrentAnswers,
            Limits limits,
            boolean isPolling)
            throws Exception {
        this.telegram = telegram;
        this.inbox = inbox;
        int port = freePort();
        var publicUrl = URI.create("http://127.0.0.1:" + port);
        var bot = new BotSettings(FakeTelegram.TOKEN, Optional.empty(), Optional.of(telegram.url()), isPolling);
        this.channel = new Telegram(bot, conversations, library, LINKS, inbox, publicUrl, maxConcurrentAnswers, limits);
        this.server = TestServer.startOnPort(port, channel);
        if (!isPolling) {
            telegram.awaitWebhook(publicUrl);
        }
    }

    static TestBot start() throws Exception {
        return start(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
    }

    static TestBot start(Answerer answerer) throws Exception {
        return start(answerer, FAST_LIMITS);
    }

    static TestBot start(Answerer answerer, Limits limits) throws Exception {
        return start(new FakeTelegram(), new ChatService(answerer), () -> TeaHouseArticles.LIBRARY, limits);
    }

    static TestBot start(FakeTelegram telegram, ChatService conversations, Supplier<Library> library, Limits limits)
            throws Exception {
        return new TestBot(
                telegram, conversations, library, new InMemoryInbox(), MAX_CONCURRENT_ANSWERS, limits, false);
    }

    /** Starts a bot with the default product and its seed article. */
    static TestBot startWithSeedArticle() throws Exception {
        return startWithSeedArticle(FAST_LIMITS);
    }

    /** Starts a bot with the default product, its seed article and a database, as {@code App} does. */
    static TestBot startWithSeedArticle(Limits limits) throws Exception {
        int maxConcurrentAnswers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var file = Files.createTempDirectory("pullquote").resolve("pullquote.db");
        Database database = Database.open(DatabaseAddress.embedded(file));
        return new TestBot(
                new FakeTelegram(),
                SeedProduct.INSTANCE.conversations(),
                SeedProduct.INSTANCE::library,
                new SqlInbox(database),
                maxConcurrentAnswers,
                limits,
                false);
    }

    /** Creates the default product once for all tests. */
    private static final class SeedProduct {
        static final DefaultProduct INSTANCE = DefaultProduct.withSeedArticle();

        static {
            INSTANCE.startServer().close(); // waits until the suggested questions are ready
        }
    }

    /** Starts a bot with the inbox of an earlier one, as after a restart. */
    static TestBot restart(FakeTelegram telegram, UpdateInbox inbox) throws Exception {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new TestBot(
                telegram,
                conversations,
                () -> TeaHouseArticles.LIBRARY,
                inbox,
                MAX_CONCURRENT_ANSWERS,
                FAST_LIMITS,
                false);
    }

    /** Starts a bot that polls for updates. */
    static TestBot startPolling(FakeTelegram telegram) throws Exception {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new TestBot(
                telegram,
                conversations,
                () -> TeaHouseArticles.LIBRARY,
                new InMemoryInbox(),
                MAX_CONCURRENT_ANSWERS,
                FAST_LIMITS,
                true);
    }

    Telegram channel() {
        return channel;
    }

    TestServer server() {
        return server;
    }

    /** Stops the bot but not the fake Telegram. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
        telegram.close();
    }

    static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

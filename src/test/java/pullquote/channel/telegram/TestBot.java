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
    static final Limits QUICK = new Limits(
            Duration.ofMillis(1),
            Duration.ofMillis(1),
            Duration.ofNanos(1),
            20,
            5_000,
            Duration.ofSeconds(5),
            Duration.ofHours(1));

    private static final int MANY = 100;
    private static final Links LINKS = new Links(URI.create("https://news.example"));

    final FakeTelegram telegram;
    final UpdateInbox mailbox;
    private final Telegram door;
    private final TestServer server;

    /** Returns a bot that expects updates at this local port and calls this Bot API URL. */
    static Telegram door(int port, URI api, String token) {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new Telegram(
                new BotSettings(token, Optional.empty(), Optional.of(api), false),
                conversations,
                () -> TeaHouseArticles.LIBRARY,
                LINKS,
                new InMemoryInbox(),
                URI.create("http://127.0.0.1:" + port),
                MANY,
                QUICK);
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
        this.mailbox = inbox;
        int port = freePort();
        var publicUrl = URI.create("http://127.0.0.1:" + port);
        var bot = new BotSettings(FakeTelegram.TOKEN, Optional.empty(), Optional.of(telegram.url()), isPolling);
        this.door = new Telegram(bot, conversations, library, LINKS, inbox, publicUrl, maxConcurrentAnswers, limits);
        this.server = TestServer.startOnPort(port, door);
        if (!isPolling) {
            telegram.awaitWebhook(publicUrl);
        }
    }

    static TestBot open() throws Exception {
        return with(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
    }

    static TestBot with(Answerer answerer) throws Exception {
        return with(answerer, QUICK);
    }

    static TestBot with(Answerer answerer, Limits limits) throws Exception {
        return with(new FakeTelegram(), new ChatService(answerer), () -> TeaHouseArticles.LIBRARY, limits);
    }

    static TestBot with(FakeTelegram telegram, ChatService conversations, Supplier<Library> library, Limits limits)
            throws Exception {
        return new TestBot(telegram, conversations, library, new InMemoryInbox(), MANY, limits, false);
    }

    /** Starts a bot with the default product and its seed article. */
    static TestBot overSeed() throws Exception {
        return overSeed(QUICK);
    }

    /** Starts a bot with the default product, its seed article and a database, as {@code App} does. */
    static TestBot overSeed(Limits limits) throws Exception {
        int maxConcurrentAnswers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var file = Files.createTempDirectory("pullquote").resolve("pullquote.db");
        Database database = Database.open(DatabaseAddress.embedded(file));
        return new TestBot(
                new FakeTelegram(),
                Product.SEED.conversations(),
                Product.SEED::library,
                new SqlInbox(database),
                maxConcurrentAnswers,
                limits,
                false);
    }

    /** Creates the default product once for all tests. */
    private static final class Product {
        static final DefaultProduct SEED = DefaultProduct.withSeedArticle();

        static {
            SEED.startServer().close(); // waits until the suggested questions are ready
        }
    }

    /** Starts a bot with the inbox of an earlier one, as after a restart. */
    static TestBot again(FakeTelegram telegram, UpdateInbox inbox) throws Exception {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new TestBot(telegram, conversations, () -> TeaHouseArticles.LIBRARY, inbox, MANY, QUICK, false);
    }

    /** Starts a bot that polls for updates. */
    static TestBot polling(FakeTelegram telegram) throws Exception {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new TestBot(
                telegram, conversations, () -> TeaHouseArticles.LIBRARY, new InMemoryInbox(), MANY, QUICK, true);
    }

    Telegram door() {
        return door;
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

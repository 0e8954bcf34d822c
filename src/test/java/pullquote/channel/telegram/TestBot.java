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

/** The real bot on a real server, beside a Telegram of our own. */
final class TestBot implements AutoCloseable {
    /** As the real ones, but with hardly any time between two messages. */
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

    /** Where this bot would be brought updates, and where it writes to. */
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
            UpdateInbox mailbox,
            int atOnce,
            Limits limits,
            boolean isPolling)
            throws Exception {
        this.telegram = telegram;
        this.mailbox = mailbox;
        int port = freePort();
        var publicUrl = URI.create("http://127.0.0.1:" + port);
        var bot = new BotSettings(FakeTelegram.TOKEN, Optional.empty(), Optional.of(telegram.url()), isPolling);
        this.door = new Telegram(bot, conversations, library, LINKS, mailbox, publicUrl, atOnce, limits);
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

    /** The product as it is without any other setting, over its first article. */
    static TestBot overSeed() throws Exception {
        return overSeed(QUICK);
    }

    /** As {@code App} has it, with a database. */
    static TestBot overSeed(Limits limits) throws Exception {
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        var file = Files.createTempDirectory("pullquote").resolve("pullquote.db");
        Database database = Database.open(DatabaseAddress.embedded(file));
        return new TestBot(
                new FakeTelegram(),
                Product.SEED.conversations(),
                Product.SEED::library,
                new SqlInbox(database),
                atOnce,
                limits,
                false);
    }

    /** Made once. */
    private static final class Product {
        static final DefaultProduct SEED = DefaultProduct.withSeedArticle();

        static {
            SEED.startServer().close(); // waits until it knows what to suggest
        }
    }

    /** The same bot after a restart: it has its mailbox still. */
    static TestBot again(FakeTelegram telegram, UpdateInbox mailbox) throws Exception {
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY));
        return new TestBot(telegram, conversations, () -> TeaHouseArticles.LIBRARY, mailbox, MANY, QUICK, false);
    }

    /** One that Telegram cannot reach. */
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

    /** Stops the bot alone. */
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

package pullquote.channel.telegram;

import com.pengrad.telegrambot.TelegramBot;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.channel.Channel;
import pullquote.channel.Links;
import pullquote.channel.telegram.inbox.UpdateInbox;
import pullquote.conversation.ChatService;
import pullquote.conversation.store.StoreException;

/** The newsroom's bot in Telegram. */
public final class Telegram implements Channel {
    static final String CHANNEL = "telegram";
    static final String WEBHOOK = "/telegram/webhook";

    private static final Logger log = LoggerFactory.getLogger(Telegram.class);
    private static final int WORKERS = 200;
    private static final int GRACE_SECONDS = 3;
    /** Telegram brings an update for a day at most; the rest is for clocks that differ. */
    private static final Duration ID_LIFETIME = Duration.ofDays(2);

    private final BotSettings bot;
    private final UpdateInbox inbox;
    private final Clock clock = Clock.systemUTC();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKERS, WORKERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemonThreads("telegram"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemonThreads("telegram-timer"));
    private final TelegramBot telegram;
    private final UpdateProcessor updates;
    private final Thread updateSource;
    private volatile Optional<BotIdentity> identity = Optional.empty();

    /**
     * A bot that is connected when its server starts.
     *
     * @param mailbox where updates are kept until they are answered
     * @param publicUrl where Telegram reaches this server
     * @param atOnce as many questions are answered at once; the others wait, each in its chat
     */
    public Telegram(
            BotSettings bot,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            UpdateInbox mailbox,
            URI publicUrl,
            int atOnce) {
        this(bot, conversations, library, links, mailbox, publicUrl, atOnce, Limits.DEFAULT);
    }

    Telegram(
            BotSettings bot,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            UpdateInbox mailbox,
            URI publicUrl,
            int atOnce,
            Limits limits) {
        this.bot = bot;
        this.inbox = mailbox;
        OkHttpClient http = http();
        this.telegram = new TelegramBot.Builder(bot.token())
                .okHttpClient(http)
                .apiUrl(bot.apiBaseUrl())
                .build();
        workers.allowCoreThreadTimeOut(true);
        var sender = new TelegramClient(telegram, limits);
        var desk = new CommandHandler(
                conversations, library, links, new ChatPreferences(mailbox, clock), sender, timer, atOnce);
        this.updates = new UpdateProcessor(mailbox, desk, limits, clock, workers);
        this.updateSource = daemonThreads("telegram-connection")
                .newThread(new UpdateSource(
                        telegram, new LongPolling(http, bot), bot, publicUrl, this::onIdentity, updates));
    }

    private static OkHttpClient http() {
        var http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                // Whether to send once more is not for it to decide: it does not know what may be sent twice.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        // Else one call that hangs would hold up five others.
        http.dispatcher().setMaxRequestsPerHost(http.dispatcher().getMaxRequests());
        return http;
    }

    @Override
    public void register(JavalinConfig server) {
        server.routes.post(WEBHOOK, new Webhook(bot.secret(), updates)::post);
        server.events.serverStarting(updates::resume); // before anything newer comes
        server.events.serverStarted(this::start);
        server.events.serverStopping(this::stop);
    }

    /** Where a reader of an article can go on in Telegram; nowhere, as long as Telegram has not said who the bot is. */
    public Optional<String> linkTo(Article article) {
        return identity.map(known -> "https://t.me/" + known.name() + "?start=" + Menu.payload(article));
    }

    private void onIdentity(BotIdentity known) {
        identity = Optional.of(known);
        updates.start(known);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until it is stopped
    private void start() {
        updateSource.start();
        timer.scheduleWithFixedDelay(this::cleanUp, 1, 60, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            inbox.deleteExpired(clock.instant().minus(ID_LIFETIME), clock.instant());
        } catch (StoreException e) {
            log.debug("nothing is forgotten now", e);
        }
    }

    /** Lets what is being answered be answered, for a moment; what is not, is kept. */
    private void stop() throws InterruptedException {
        updateSource.interrupt();
        workers.shutdown();
        if (!workers.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.SECONDS);
        }
        timer.shutdownNow();
        telegram.shutdown();
    }

    private static ThreadFactory daemonThreads(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

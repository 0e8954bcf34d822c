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

/** Connects the server to Telegram as a bot. */
public final class Telegram implements Channel {
    static final String CHANNEL = "telegram";
    static final String WEBHOOK = "/telegram/webhook";

    private static final Logger log = LoggerFactory.getLogger(Telegram.class);
    /** Threads that process updates. Most of them wait for Telegram or for a free answer slot. */
    private static final int WORKERS = 200;
    /** Seconds that a stop waits for running answers. */
    private static final int GRACE_SECONDS = 3;
    /**
     * How long update ids are kept to detect duplicates. Telegram repeats an update for up to 1 day; the rest is a
     * margin.
     */
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
     * Creates a bot that connects when its server starts.
     *
     * @param inbox stores updates until they are answered
     * @param publicUrl base URL at which Telegram reaches this server
     * @param maxConcurrentAnswers maximum number of questions answered at once; further ones wait
     */
    public Telegram(
            BotSettings bot,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            UpdateInbox inbox,
            URI publicUrl,
            int maxConcurrentAnswers) {
        this(bot, conversations, library, links, inbox, publicUrl, maxConcurrentAnswers, Limits.DEFAULT);
    }

    Telegram(
            BotSettings bot,
            ChatService conversations,
            Supplier<Library> library,
            Links links,
            UpdateInbox inbox,
            URI publicUrl,
            int maxConcurrentAnswers,
            Limits limits) {
        this.bot = bot;
        this.inbox = inbox;
        OkHttpClient http = http();
        this.telegram = new TelegramBot.Builder(bot.token())
                .okHttpClient(http)
                .apiUrl(bot.apiBaseUrl())
                .build();
        workers.allowCoreThreadTimeOut(true);
        var client = new TelegramClient(telegram, limits);
        var commandHandler = new CommandHandler(
                conversations, library, links, new ChatPreferences(inbox, clock), client, timer, maxConcurrentAnswers);
        this.updates = new UpdateProcessor(inbox, commandHandler, limits, clock, workers);
        this.updateSource = daemonThreads("telegram-connection")
                .newThread(new UpdateSource(
                        telegram, new LongPolling(http, bot), bot, publicUrl, this::onIdentity, updates));
    }

    private static OkHttpClient http() {
        var http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(30))
                // TelegramClient decides about retries: it knows which requests may be sent twice.
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
        // With the default of 5 requests per host, a few slow calls would block all others.
        http.dispatcher().setMaxRequestsPerHost(http.dispatcher().getMaxRequests());
        return http;
    }

    @Override
    public void register(JavalinConfig server) {
        server.routes.post(WEBHOOK, new Webhook(bot.secret(), updates)::post);
        server.events.serverStarting(updates::resume); // before newer updates arrive
        server.events.serverStarted(this::start);
        server.events.serverStopping(this::stop);
    }

    /** Returns the link that opens the bot with this article; empty until Telegram has returned the bot's name. */
    public Optional<String> linkTo(Article article) {
        return identity.map(known -> "https://t.me/" + known.name() + "?start=" + Menu.payload(article));
    }

    private void onIdentity(BotIdentity botIdentity) {
        identity = Optional.of(botIdentity);
        updates.start(botIdentity);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the timer is shut down
    private void start() {
        updateSource.start();
        timer.scheduleWithFixedDelay(this::cleanUp, 1, 60, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            inbox.deleteExpired(clock.instant().minus(ID_LIFETIME), clock.instant());
        } catch (StoreException e) {
            log.debug("Failed to delete expired updates and notes", e);
        }
    }

    /** Waits briefly for running answers. The rest stays in the inbox and is resumed after a restart. */
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

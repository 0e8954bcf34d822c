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
    static final String WEBHOOK_PATH = "/telegram/webhook";

    private static final Logger log = LoggerFactory.getLogger(Telegram.class);
    /** Threads that process updates. Most of them wait for Telegram or for a free answer slot. */
    private static final int WORKER_THREADS = 200;
    /** Seconds that a stop waits for running answers. */
    private static final int SHUTDOWN_TIMEOUT_SECONDS = 3;
    /**
     * How long update ids are kept to detect duplicates. Telegram repeats an update for up to 1 day; the rest is a
     * margin.
     */
    private static final Duration UPDATE_ID_LIFETIME = Duration.ofDays(2);

    private final BotSettings settings;
    private final UpdateInbox inbox;
    private final Clock clock = Clock.systemUTC();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            WORKER_THREADS,
            WORKER_THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemonThreadFactory("telegram"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemonThreadFactory("telegram-timer"));
    private final TelegramBot telegramBot;
    private final UpdateProcessor updateProcessor;
    private final Thread updateThread;
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
        this.settings = bot;
        this.inbox = inbox;
        OkHttpClient http = createHttpClient();
        this.telegramBot = new TelegramBot.Builder(bot.token())
                .okHttpClient(http)
                .apiUrl(bot.apiBaseUrl())
                .build();
        workers.allowCoreThreadTimeOut(true);
        var client = new TelegramClient(telegramBot, limits);
        var commandHandler = new BotRequestHandler(
                conversations, library, links, new ChatStateStore(inbox, clock), client, timer, maxConcurrentAnswers);
        this.updateProcessor = new UpdateProcessor(inbox, commandHandler, limits, clock, workers);
        this.updateThread = daemonThreadFactory("telegram-connection")
                .newThread(new UpdateSource(
                        telegramBot, new LongPolling(http, bot), bot, publicUrl, this::onIdentity, updateProcessor));
    }

    private static OkHttpClient createHttpClient() {
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
        server.routes.post(WEBHOOK_PATH, new Webhook(settings.webhookSecret(), updateProcessor)::post);
        server.events.serverStarting(updateProcessor::resume); // before newer updates arrive
        server.events.serverStarted(this::start);
        server.events.serverStopping(this::stop);
    }

    /** Returns the link that opens the bot with this article; empty until Telegram has returned the bot's name. */
    public Optional<String> deepLink(Article article) {
        return identity.map(known -> "https://t.me/" + known.username() + "?start=" + Menu.startPayload(article));
    }

    private void onIdentity(BotIdentity botIdentity) {
        identity = Optional.of(botIdentity);
        updateProcessor.start(botIdentity);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // runs until the timer is shut down
    private void start() {
        updateThread.start();
        timer.scheduleWithFixedDelay(this::cleanUp, 1, 60, TimeUnit.MINUTES);
    }

    private void cleanUp() {
        try {
            inbox.deleteExpired(clock.instant().minus(UPDATE_ID_LIFETIME), clock.instant());
        } catch (StoreException e) {
            log.debug("Failed to delete expired updates and notes", e);
        }
    }

    /** Waits briefly for running answers. The rest stays in the inbox and is resumed after a restart. */
    private void stop() throws InterruptedException {
        updateThread.interrupt();
        workers.shutdown();
        if (!workers.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            workers.shutdownNow();
            workers.awaitTermination(1, TimeUnit.SECONDS);
        }
        timer.shutdownNow();
        telegramBot.shutdown();
    }

    private static ThreadFactory daemonThreadFactory(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}

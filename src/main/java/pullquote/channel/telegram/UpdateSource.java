package pullquote.channel.telegram;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.conversation.store.StoreException;
import pullquote.text.Messages;

/**
 * Tells Telegram who we are and where updates are to be brought, or else fetches them. In a thread of its own: the server
 * is there for its other readers whether Telegram can be reached or not.
 */
final class UpdateSource implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(UpdateSource.class);
    private static final String[] UPDATE_TYPES = {"message", "edited_message", "callback_query", "my_chat_member"};
    /**
     * Connections. An update is taken in milliseconds, so that these bring more of them than the thirty messages a second
     * that may be answered; more connections would only wait for each other.
     */
    private static final int MAX_WEBHOOK_CONNECTIONS = 4;

    private static final long MIN_BACKOFF_MILLIS = 1_000;
    private static final long MAX_BACKOFF_MILLIS = 60_000;

    private final TelegramBot telegram;
    private final LongPolling longPolling;
    private final BotSettings bot;
    private final URI publicUrl;
    private final Consumer<BotIdentity> onIdentity;
    private final UpdateProcessor updates;

    /** @param known is told who the bot is, as soon as Telegram has said so */
    UpdateSource(
            TelegramBot telegram,
            LongPolling fetch,
            BotSettings bot,
            URI publicUrl,
            Consumer<BotIdentity> known,
            UpdateProcessor reception) {
        this.telegram = telegram;
        this.longPolling = fetch;
        this.bot = bot;
        this.publicUrl = publicUrl;
        this.onIdentity = known;
        this.updates = reception;
    }

    @Override
    public void run() {
        try {
            String name = String.valueOf(retryUntilSuccess(new GetMe()).user().username());
            onIdentity.accept(new BotIdentity(bot.id(), name));
            if (bot.isPolling()) {
                retryUntilSuccess(new DeleteWebhook().dropPendingUpdates(false));
                log.info("Telegram: https://t.me/{}, updates are fetched", name);
            } else {
                retryUntilSuccess(new SetWebhook()
                        .url(publicUrl + Telegram.WEBHOOK)
                        .secretToken(bot.secret())
                        .allowedUpdates(UPDATE_TYPES)
                        .maxConnections(MAX_WEBHOOK_CONNECTIONS)
                        .dropPendingUpdates(false));
                log.info("Telegram: https://t.me/{}, updates are brought to {}{}", name, publicUrl, Telegram.WEBHOOK);
            }
            registerCommands();
            if (bot.isPolling()) {
                poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Telegram: the connection has ended; start again", e);
        }
    }

    /** What readers are offered when they type a slash: a convenience, for which nothing else waits. */
    private void registerCommands() {
        for (String language : Messages.SUPPORTED_LANGUAGES) {
            var commands = new SetMyCommands(Menu.commands(language));
            try {
                // Those without a language are for everybody else.
                BaseResponse response =
                        telegram.execute(language.equals("en") ? commands : commands.languageCode(language));
                if (!response.isOk()) {
                    log.warn("Telegram: the commands are not named: {}", response.description());
                }
            } catch (RuntimeException e) {
                log.warn("Telegram: the commands are not named");
            }
        }
    }

    private void poll() throws InterruptedException {
        int offset = 0;
        while (true) {
            int from = offset;
            for (JsonObject update : retryUntilSuccess("getUpdates", () -> longPolling.fetch(from, UPDATE_TYPES))) {
                process(update.toString());
                offset = update.get("update_id").getAsInt() + 1;
            }
        }
    }

    /** Only what is kept is taken off Telegram's hands, by asking for those behind it. */
    private void process(String update) throws InterruptedException {
        for (long rest = MIN_BACKOFF_MILLIS; ; rest = nextBackoff(rest)) {
            try {
                updates.accept(update);
                return;
            } catch (StoreException e) {
                log.warn("An update of Telegram’s cannot be kept: {}. I try again.", e.getMessage());
                Thread.sleep(rest);
            }
        }
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> R retryUntilSuccess(BaseRequest<T, R> request)
            throws InterruptedException {
        return retryUntilSuccess(request.getMethod(), () -> {
            R response = telegram.execute(request);
            if (response == null || !response.isOk()) {
                throw new IOException(response == null ? "no answer" : describeError(response));
            }
            return response;
        });
    }

    private static String describeError(BaseResponse response) {
        String remedy = response.errorCode() == 401 ? "; TELEGRAM_BOT_TOKEN is no bot’s, or no more" : "";
        return response.errorCode() + " " + response.description() + remedy;
    }

    /** Something that fails if Telegram does not do it. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T retryUntilSuccess(String name, Call<T> call) throws InterruptedException {
        for (long rest = MIN_BACKOFF_MILLIS; ; rest = nextBackoff(rest)) {
            String complaint;
            try {
                return call.run();
            } catch (JsonParseException e) {
                complaint = "its answer cannot be read";
            } catch (IOException e) {
                complaint = String.valueOf(e.getMessage());
            } catch (RuntimeException e) {
                // The library wraps what broke; its words may name the address, which holds the token.
                complaint = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            log.warn("Telegram: {} failed ({}). I try again in {} s.", name, complaint, rest / 1_000);
            Thread.sleep(rest);
        }
    }

    private static long nextBackoff(long rest) {
        return Math.min(2 * rest, MAX_BACKOFF_MILLIS);
    }
}

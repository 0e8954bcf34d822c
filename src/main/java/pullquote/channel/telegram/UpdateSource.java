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
 * Registers the bot's webhook and commands, or polls for updates. Runs in its own thread, so the server also starts
 * while Telegram is unreachable.
 */
final class UpdateSource implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(UpdateSource.class);
    private static final String[] UPDATE_TYPES = {"message", "edited_message", "callback_query", "my_chat_member"};
    /**
     * Connections that Telegram may open to the webhook at once. Storing an update takes milliseconds, so 4 connections
     * exceed the 30 messages per second that the bot may send; more would only wait for each other.
     */
    private static final int MAX_WEBHOOK_CONNECTIONS = 4;

    /** Pause before the first retry; each further pause is twice as long, up to {@link #MAX_BACKOFF_MILLIS}. */
    private static final long INITIAL_BACKOFF_MILLIS = 1_000;

    private static final long MAX_BACKOFF_MILLIS = 60_000;

    private final TelegramBot telegramBot;
    private final LongPolling longPolling;
    private final BotSettings settings;
    private final URI publicUrl;
    private final Consumer<BotIdentity> onIdentity;
    private final UpdateProcessor updateProcessor;

    /** @param onIdentity receives the identity of the bot once Telegram has returned it */
    UpdateSource(
            TelegramBot telegram,
            LongPolling longPolling,
            BotSettings bot,
            URI publicUrl,
            Consumer<BotIdentity> onIdentity,
            UpdateProcessor updates) {
        this.telegramBot = telegram;
        this.longPolling = longPolling;
        this.settings = bot;
        this.publicUrl = publicUrl;
        this.onIdentity = onIdentity;
        this.updateProcessor = updates;
    }

    @Override
    public void run() {
        try {
            String name = String.valueOf(retryUntilSuccess(new GetMe()).user().username());
            onIdentity.accept(new BotIdentity(settings.botId(), name));
            if (settings.isPolling()) {
                retryUntilSuccess(new DeleteWebhook().dropPendingUpdates(false));
                log.info("Telegram: https://t.me/{}, polling for updates", name);
            } else {
                retryUntilSuccess(new SetWebhook()
                        .url(publicUrl + Telegram.WEBHOOK_PATH)
                        .secretToken(settings.webhookSecret())
                        .allowedUpdates(UPDATE_TYPES)
                        .maxConnections(MAX_WEBHOOK_CONNECTIONS)
                        .dropPendingUpdates(false));
                log.info(
                        "Telegram: https://t.me/{}, receiving updates at {}{}", name, publicUrl, Telegram.WEBHOOK_PATH);
            }
            registerCommands();
            if (settings.isPolling()) {
                pollUpdates();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Telegram: failed to receive updates. Restart the server.", e);
        }
    }

    /** Registers the commands that Telegram suggests when a user types a slash. Failures are only logged. */
    private void registerCommands() {
        for (String language : Messages.SUPPORTED_LANGUAGES) {
            var commands = new SetMyCommands(Menu.botCommands(language));
            try {
                // Commands without a language code apply to all other languages.
                BaseResponse response =
                        telegramBot.execute(language.equals("en") ? commands : commands.languageCode(language));
                if (!response.isOk()) {
                    log.warn("Telegram: failed to register the commands: {}", response.description());
                }
            } catch (RuntimeException e) {
                log.warn("Telegram: failed to register the commands");
            }
        }
    }

    private void pollUpdates() throws InterruptedException {
        int offset = 0;
        while (true) {
            int currentOffset = offset;
            for (JsonObject update :
                    retryUntilSuccess("getUpdates", () -> longPolling.fetchUpdates(currentOffset, UPDATE_TYPES))) {
                storeUpdate(update.toString());
                offset = update.get("update_id").getAsInt() + 1;
            }
        }
    }

    /**
     * Stores an update, retrying until it succeeds. Only then may the offset move on, as Telegram discards earlier
     * updates.
     */
    private void storeUpdate(String update) throws InterruptedException {
        for (long backoffMillis = INITIAL_BACKOFF_MILLIS; ; backoffMillis = nextBackoff(backoffMillis)) {
            try {
                updateProcessor.accept(update);
                return;
            } catch (StoreException e) {
                log.warn(
                        "Failed to store Telegram update: {}. Retrying in {} s.",
                        e.getMessage(),
                        backoffMillis / 1_000);
                Thread.sleep(backoffMillis);
            }
        }
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> R retryUntilSuccess(BaseRequest<T, R> request)
            throws InterruptedException {
        return retryUntilSuccess(request.getMethod(), () -> {
            R response = telegramBot.execute(request);
            if (response == null || !response.isOk()) {
                throw new IOException(response == null ? "empty response" : describeError(response));
            }
            return response;
        });
    }

    private static String describeError(BaseResponse response) {
        String remedy = response.errorCode() == 401 ? "; TELEGRAM_BOT_TOKEN is not valid or was revoked" : "";
        return response.errorCode() + " " + response.description() + remedy;
    }

    /** Represents a call to Telegram. */
    private interface Call<T> {
        T run() throws IOException;
    }

    private static <T> T retryUntilSuccess(String name, Call<T> call) throws InterruptedException {
        for (long backoffMillis = INITIAL_BACKOFF_MILLIS; ; backoffMillis = nextBackoff(backoffMillis)) {
            String error;
            try {
                return call.run();
            } catch (JsonParseException e) {
                error = "unreadable response";
            } catch (IOException e) {
                error = String.valueOf(e.getMessage());
            } catch (RuntimeException e) {
                // Log only the type of the cause: its message may contain the URL, which includes the token.
                error = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            log.warn("Telegram: {} failed ({}), retrying in {} s", name, error, backoffMillis / 1_000);
            Thread.sleep(backoffMillis);
        }
    }

    private static long nextBackoff(long backoffMillis) {
        return Math.min(2 * backoffMillis, MAX_BACKOFF_MILLIS);
    }
}

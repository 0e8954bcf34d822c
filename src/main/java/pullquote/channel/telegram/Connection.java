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
import pullquote.answer.Messages;
import pullquote.conversation.MemoryFailure;

/**
 * Tells Telegram who we are and where updates are to be brought, or else fetches them. In a thread of its own: the server
 * is there for its other readers whether Telegram can be reached or not.
 */
final class Connection implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final String[] KINDS = {"message", "edited_message", "callback_query", "my_chat_member"};
    /**
     * Connections. An update is taken in milliseconds, so that these bring more of them than the thirty messages a second
     * that may be answered; more connections would only wait for each other.
     */
    private static final int MOST_AT_ONCE = 4;

    private static final long FIRST_REST_MILLIS = 1_000;
    private static final long LONGEST_REST_MILLIS = 60_000;

    private final TelegramBot telegram;
    private final Fetch fetch;
    private final Bot bot;
    private final URI publicUrl;
    private final Consumer<Me> known;
    private final Reception reception;

    /** @param known is told who the bot is, as soon as Telegram has said so */
    Connection(TelegramBot telegram, Fetch fetch, Bot bot, URI publicUrl, Consumer<Me> known, Reception reception) {
        this.telegram = telegram;
        this.fetch = fetch;
        this.bot = bot;
        this.publicUrl = publicUrl;
        this.known = known;
        this.reception = reception;
    }

    @Override
    public void run() {
        try {
            String name = String.valueOf(untilItWorks(new GetMe()).user().username());
            known.accept(new Me(bot.id(), name));
            if (bot.isPolling()) {
                untilItWorks(new DeleteWebhook().dropPendingUpdates(false));
                log.info("Telegram: https://t.me/{}, updates are fetched", name);
            } else {
                untilItWorks(new SetWebhook()
                        .url(publicUrl + Telegram.WEBHOOK)
                        .secretToken(bot.secret())
                        .allowedUpdates(KINDS)
                        .maxConnections(MOST_AT_ONCE)
                        .dropPendingUpdates(false));
                log.info("Telegram: https://t.me/{}, updates are brought to {}{}", name, publicUrl, Telegram.WEBHOOK);
            }
            nameCommands();
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
    private void nameCommands() {
        for (String language : Messages.LANGUAGES) {
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
            for (JsonObject update : untilItWorks("getUpdates", () -> fetch.from(from, KINDS))) {
                take(update.toString());
                offset = update.get("update_id").getAsInt() + 1;
            }
        }
    }

    /** Only what is kept is taken off Telegram's hands, by asking for those behind it. */
    private void take(String update) throws InterruptedException {
        for (long rest = FIRST_REST_MILLIS; ; rest = longer(rest)) {
            try {
                reception.take(update);
                return;
            } catch (MemoryFailure e) {
                log.warn("An update of Telegram’s cannot be kept: {}. I try again.", e.getMessage());
                Thread.sleep(rest);
            }
        }
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> R untilItWorks(BaseRequest<T, R> request)
            throws InterruptedException {
        return untilItWorks(request.getMethod(), () -> {
            R response = telegram.execute(request);
            if (response == null || !response.isOk()) {
                throw new IOException(response == null ? "no answer" : complaint(response));
            }
            return response;
        });
    }

    private static String complaint(BaseResponse response) {
        String remedy = response.errorCode() == 401 ? "; TELEGRAM_BOT_TOKEN is no bot’s, or no more" : "";
        return response.errorCode() + " " + response.description() + remedy;
    }

    /** Something that fails if Telegram does not do it. */
    private interface Call<T> {
        T once() throws IOException;
    }

    private static <T> T untilItWorks(String name, Call<T> call) throws InterruptedException {
        for (long rest = FIRST_REST_MILLIS; ; rest = longer(rest)) {
            String complaint;
            try {
                return call.once();
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

    private static long longer(long rest) {
        return Math.min(2 * rest, LONGEST_REST_MILLIS);
    }
}

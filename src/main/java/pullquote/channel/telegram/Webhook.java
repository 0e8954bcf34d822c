package pullquote.channel.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.utility.BotUtils;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.Problem;
import pullquote.channel.Rejection;
import pullquote.conversation.MemoryFailure;

/**
 * {@code POST /telegram/webhook}: where Telegram brings updates. What it brings is never refused, unless it could not be
 * kept: whatever gets no 2xx it brings again for a day, and until then nothing else of that chat.
 */
final class Webhook {
    private static final Logger log = LoggerFactory.getLogger(Webhook.class);
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    /** In bytes. A message of 4,096 characters that replies to another, all of it escaped, has a tenth of it. */
    private static final int MOST = 1024 * 1024;

    private static final String RETRY_AFTER_SECONDS = "10";

    private final byte[] secret;
    private final Reception reception;

    Webhook(String secret, Reception reception) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.reception = reception;
    }

    void post(Context ctx) throws IOException {
        if (!isFromTelegram(ctx)) {
            throw new Rejection(401, "unauthorized", "Only Telegram may bring updates here.");
        }
        InputStream in = ctx.req().getInputStream();
        byte[] body = in.readNBytes(MOST + 1);
        in.transferTo(OutputStream.nullOutputStream()); // who is cut off while he writes does not hear the answer
        Optional<Update> update = update(body);
        if (update.isEmpty()) {
            log.warn("Telegram brought an update that cannot be read, of {} bytes", body.length);
            return;
        }
        try {
            reception.take(update.get(), new String(body, StandardCharsets.UTF_8));
        } catch (MemoryFailure e) {
            throw new Rejection(new Problem(503, "not_kept", "The update could not be kept. Bring it again.")
                    .with("Retry-After", RETRY_AFTER_SECONDS));
        }
    }

    /** In a time that does not tell how much of it was right. */
    private boolean isFromTelegram(Context ctx) {
        List<String> shown = Collections.list(ctx.req().getHeaders(SECRET));
        return shown.size() == 1 && MessageDigest.isEqual(shown.get(0).getBytes(StandardCharsets.UTF_8), secret);
    }

    private static Optional<Update> update(byte[] body) {
        if (body.length > MOST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(BotUtils.parseUpdate(new String(body, StandardCharsets.UTF_8)))
                    .filter(update -> update.updateId() != null);
        } catch (JsonParseException | ArithmeticException | IllegalArgumentException | StackOverflowError e) {
            log.debug("unreadable", e);
            return Optional.empty();
        }
    }
}

package pullquote.channel.telegram;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.HttpProblemException;
import pullquote.channel.Problem;
import pullquote.conversation.store.StoreException;

/**
 * Handles {@code POST /telegram/webhook}, to which Telegram sends updates. Only an update that could not be stored is
 * rejected: without a 2xx status, Telegram repeats the update for a day and holds back the chat's other updates.
 */
final class Webhook {
    private static final Logger log = LoggerFactory.getLogger(Webhook.class);
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    /**
     * Maximum size of an update, in bytes; larger ones are ignored. A fully escaped message of 4,096 characters that
     * replies to another is about a tenth of this.
     */
    private static final int MAX_UPDATE_BYTES = 1024 * 1024;

    /** Value of the {@code Retry-After} header when an update could not be stored. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private final byte[] secret;
    private final UpdateProcessor updateProcessor;

    Webhook(String secret, UpdateProcessor updates) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.updateProcessor = updates;
    }

    void post(Context ctx) throws IOException {
        if (!isFromTelegram(ctx)) {
            throw new HttpProblemException(401, "unauthorized", "Only Telegram can send updates to this address.");
        }
        InputStream in = ctx.req().getInputStream();
        byte[] body = in.readNBytes(MAX_UPDATE_BYTES + 1);
        in.transferTo(
                OutputStream.nullOutputStream()); // a client that is cut off while sending does not read the response
        if (body.length > MAX_UPDATE_BYTES) {
            log.warn("Ignored Telegram update of more than {} bytes", MAX_UPDATE_BYTES);
            return;
        }
        try {
            updateProcessor.accept(new String(body, StandardCharsets.UTF_8));
        } catch (StoreException e) {
            throw new HttpProblemException(
                    new Problem(503, "not_kept", "The update could not be stored. Send it again.")
                            .withHeader("Retry-After", RETRY_AFTER_SECONDS));
        }
    }

    /** Returns true if the request has the right secret. Compares in constant time. */
    private boolean isFromTelegram(Context ctx) {
        List<String> secrets = Collections.list(ctx.req().getHeaders(SECRET_HEADER));
        return secrets.size() == 1 && MessageDigest.isEqual(secrets.get(0).getBytes(StandardCharsets.UTF_8), secret);
    }
}

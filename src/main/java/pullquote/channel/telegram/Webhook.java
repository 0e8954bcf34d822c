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
 * {@code POST /telegram/webhook}: where Telegram brings updates. What it brings is never refused, unless it could not be
 * kept: whatever gets no 2xx it brings again for a day, and until then nothing else of that chat.
 */
final class Webhook {
    private static final Logger log = LoggerFactory.getLogger(Webhook.class);
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    /** In bytes. A message of 4,096 characters that replies to another, all of it escaped, has a tenth of it. */
    private static final int MAX_BYTES = 1024 * 1024;

    private static final String RETRY_AFTER_SECONDS = "10";

    private final byte[] secret;
    private final UpdateProcessor updates;

    Webhook(String secret, UpdateProcessor reception) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.updates = reception;
    }

    void post(Context ctx) throws IOException {
        if (!isFromTelegram(ctx)) {
            throw new HttpProblemException(401, "unauthorized", "Only Telegram may bring updates here.");
        }
        InputStream in = ctx.req().getInputStream();
        byte[] body = in.readNBytes(MAX_BYTES + 1);
        in.transferTo(OutputStream.nullOutputStream()); // who is cut off while he writes does not hear the answer
        if (body.length > MAX_BYTES) {
            log.warn("Telegram brought an update of more than {} bytes, which is left alone", MAX_BYTES);
            return;
        }
        try {
            updates.accept(new String(body, StandardCharsets.UTF_8));
        } catch (StoreException e) {
            throw new HttpProblemException(new Problem(503, "not_kept", "The update could not be kept. Bring it again.")
                    .withHeader("Retry-After", RETRY_AFTER_SECONDS));
        }
    }

    /** In a time that does not tell how much of it was right. */
    private boolean isFromTelegram(Context ctx) {
        List<String> shown = Collections.list(ctx.req().getHeaders(SECRET_HEADER));
        return shown.size() == 1 && MessageDigest.isEqual(shown.get(0).getBytes(StandardCharsets.UTF_8), secret);
    }
}

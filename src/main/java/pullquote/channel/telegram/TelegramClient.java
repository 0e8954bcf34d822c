package pullquote.channel.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.Callback;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.channel.telegram.DeliveryException.Kind;

/**
 * Calls Telegram, no more often than it likes, and again when that makes sense. What may have been delivered although no
 * reply came is sent once more and then no more: so a reader may see a message twice, and never three times.
 */
final class TelegramClient {
    private static final Logger log = LoggerFactory.getLogger(TelegramClient.class);
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(1);
    private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);

    private final TelegramBot telegram;
    private final RateLimiter rateLimiter;
    private final Duration timeout;

    TelegramClient(TelegramBot telegram, Limits limits) {
        this.telegram = telegram;
        this.rateLimiter = new RateLimiter(limits);
        this.timeout = limits.deliveryTimeout();
    }

    /**
     * Sends something that counts as a message.
     *
     * @throws DeliveryException if it did not get there, and will not
     */
    <T extends BaseRequest<T, R>, R extends BaseResponse> R send(long chat, BaseRequest<T, R> message)
            throws DeliveryException, InterruptedException {
        long start = System.nanoTime();
        boolean maybeDelivered = false;
        for (Duration rest = MIN_BACKOFF; ; rest = nextBackoff(rest)) {
            if (!rateLimiter.acquire(chat, MAX_RETRY_AFTER)) {
                throw new DeliveryException(
                        Kind.UNREACHABLE, "Telegram wants to hear nothing for this chat for too long");
            }
            try {
                R response = requireReadable(telegram.execute(message));
                if (response.isOk() || isValid(response)) {
                    return response;
                }
                if (!isRetryable(chat, response)) {
                    throw new DeliveryException(kind(response), response.errorCode() + " " + response.description());
                }
            } catch (JsonParseException e) {
                // Something in between, such as a proxy's page in place of Telegram's answer.
                requireNotSent(maybeDelivered);
                maybeDelivered = true;
            } catch (RuntimeException e) {
                if (!(e.getCause() instanceof IOException broken)) {
                    throw e;
                }
                // Its words may name the address, which holds the token.
                log.debug("Telegram is not reached: {}", broken.getClass().getSimpleName());
                if (!isCertainlyUndelivered(broken)) {
                    requireNotSent(maybeDelivered);
                    maybeDelivered = true;
                }
            }
            if (System.nanoTime() - start + rest.toNanos() > timeout.toNanos()) {
                throw new DeliveryException(Kind.UNREACHABLE, "Telegram is not to be reached");
            }
            Thread.sleep(rest.toMillis());
        }
    }

    /**
     * Sends something that is of use now or not at all, if it may be sent now, and does not wait for what becomes of it.
     *
     * @param unknown is told if the server does not know of such a thing
     */
    <T extends BaseRequest<T, R>, R extends BaseResponse> void sendNow(long chat, T passing, Runnable unknown) {
        if (!rateLimiter.tryAcquire(chat)) {
            return;
        }
        telegram.execute(passing, new Callback<T, R>() {
            @Override
            public void onResponse(T request, R response) {
                if (response != null && !isRetryable(chat, response) && response.errorCode() == 404) {
                    unknown.run();
                }
            }

            @Override
            public void onFailure(T request, IOException e) {}
        });
    }

    /** Sends something that is no message, and does not wait for what becomes of it. */
    <T extends BaseRequest<T, R>, R extends BaseResponse> void sendOptional(T passing) {
        telegram.execute(passing, new Callback<T, R>() {
            @Override
            public void onResponse(T request, R response) {}

            @Override
            public void onFailure(T request, IOException e) {}
        });
    }

    private static void requireNotSent(boolean maybeDelivered) throws DeliveryException {
        if (maybeDelivered) {
            throw new DeliveryException(Kind.UNREACHABLE, "no reply, twice");
        }
    }

    /** Of an empty body, the library makes nothing. */
    private static <R extends BaseResponse> R requireReadable(@Nullable R response) {
        if (response == null) {
            throw new JsonParseException("empty");
        }
        return response;
    }

    private boolean isRetryable(long chat, BaseResponse response) {
        if (response.errorCode() == 429) {
            var parameters = response.parameters();
            Integer seconds = parameters == null ? null : parameters.retryAfter();
            rateLimiter.pauseChat(chat, Duration.ofSeconds(seconds == null ? 1 : seconds));
            return true;
        }
        return response.errorCode() >= 500;
    }

    /** An edit that changes nothing. */
    private static boolean isValid(BaseResponse response) {
        return response.errorCode() == 400 && hasDescription(response, "message is not modified");
    }

    private static Kind kind(BaseResponse response) {
        boolean isGone = response.errorCode() == 403
                || response.errorCode() == 400 && hasDescription(response, "chat not found");
        return isGone ? Kind.BLOCKED : response.errorCode() == 400 ? Kind.REFUSED : Kind.UNREACHABLE;
    }

    private static boolean hasDescription(BaseResponse response, String words) {
        String description = response.description();
        return description != null && description.toLowerCase(Locale.ROOT).contains(words);
    }

    private static boolean isCertainlyUndelivered(IOException broken) {
        return broken instanceof ConnectException
                || broken instanceof SSLHandshakeException
                || broken instanceof SocketTimeoutException
                        && String.valueOf(broken.getMessage()).contains("onnect")
                || broken instanceof UnknownHostException
                || broken instanceof NoRouteToHostException;
    }

    private static Duration nextBackoff(Duration rest) {
        return rest.compareTo(MAX_RETRY_AFTER) < 0 ? rest.multipliedBy(2) : rest;
    }
}

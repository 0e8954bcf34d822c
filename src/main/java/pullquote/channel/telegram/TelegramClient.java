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
import pullquote.channel.telegram.DeliveryException.Reason;

/**
 * Calls the Bot API within its rate limits and retries failed calls. A message that may have been delivered without a
 * confirmation is sent once more at most, so a user may see it twice but never three times.
 */
final class TelegramClient {
    private static final Logger log = LoggerFactory.getLogger(TelegramClient.class);
    /**
     * Longest pause requested by Telegram that is waited for; a longer one fails the delivery. The backoff stops
     * doubling once it reaches this value.
     */
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(1);
    /** Pause before the first retry; each further pause is twice as long. */
    private static final Duration INITIAL_BACKOFF = Duration.ofSeconds(1);

    private final TelegramBot telegramBot;
    private final RateLimiter rateLimiter;
    private final Duration deliveryTimeout;

    TelegramClient(TelegramBot telegram, Limits limits) {
        this.telegramBot = telegram;
        this.rateLimiter = new RateLimiter(limits);
        this.deliveryTimeout = limits.deliveryTimeout();
    }

    /**
     * Sends a request that counts towards the rate limits and retries it until the delivery timeout.
     *
     * @throws DeliveryException if it could not be delivered and will not be retried
     */
    <T extends BaseRequest<T, R>, R extends BaseResponse> R send(long chat, BaseRequest<T, R> message)
            throws DeliveryException, InterruptedException {
        long start = System.nanoTime();
        boolean maybeDelivered = false;
        for (Duration backoff = INITIAL_BACKOFF; ; backoff = nextBackoff(backoff)) {
            if (!rateLimiter.acquire(chat, MAX_RETRY_AFTER)) {
                throw new DeliveryException(
                        Reason.UNREACHABLE,
                        "Telegram requires a pause of more than " + MAX_RETRY_AFTER.toSeconds() + " s");
            }
            try {
                R response = requireResponse(telegramBot.execute(message));
                if (response.isOk() || isNotModified(response)) {
                    return response;
                }
                if (!shouldRetry(chat, response)) {
                    throw new DeliveryException(
                            failureReason(response), response.errorCode() + " " + response.description());
                }
            } catch (JsonParseException e) {
                // The response is not from Telegram but, for example, an error page of a proxy.
                failIfMaybeDelivered(maybeDelivered);
                maybeDelivered = true;
            } catch (RuntimeException e) {
                if (!(e.getCause() instanceof IOException error)) {
                    throw e;
                }
                // Do not log the message: it may contain the URL, which includes the token.
                log.debug("Failed to reach Telegram: {}", error.getClass().getSimpleName());
                if (!isDefinitelyUndelivered(error)) {
                    failIfMaybeDelivered(maybeDelivered);
                    maybeDelivered = true;
                }
            }
            if (System.nanoTime() - start + backoff.toNanos() > deliveryTimeout.toNanos()) {
                throw new DeliveryException(
                        Reason.UNREACHABLE,
                        "Telegram did not accept the request within " + deliveryTimeout.toSeconds() + " s");
            }
            Thread.sleep(backoff.toMillis());
        }
    }

    /**
     * Sends a request without waiting for the result, or drops it if the rate limits do not allow it now.
     *
     * @param onUnsupported called if the Bot API server does not support the method
     */
    <T extends BaseRequest<T, R>, R extends BaseResponse> void trySendAsync(
            long chat, T request, Runnable onUnsupported) {
        if (!rateLimiter.tryAcquire(chat)) {
            return;
        }
        telegramBot.execute(request, new Callback<T, R>() {
            @Override
            public void onResponse(T request, R response) {
                if (response != null && !shouldRetry(chat, response) && response.errorCode() == 404) {
                    onUnsupported.run();
                }
            }

            @Override
            public void onFailure(T request, IOException e) {}
        });
    }

    /** Sends a request that does not count towards the rate limits, without waiting for the result. */
    <T extends BaseRequest<T, R>, R extends BaseResponse> void sendAsync(T request) {
        telegramBot.execute(request, new Callback<T, R>() {
            @Override
            public void onResponse(T request, R response) {}

            @Override
            public void onFailure(T request, IOException e) {}
        });
    }

    private static void failIfMaybeDelivered(boolean maybeDelivered) throws DeliveryException {
        if (maybeDelivered) {
            throw new DeliveryException(Reason.UNREACHABLE, "Telegram did not confirm the request twice");
        }
    }

    /** Rejects null, which the library returns for an empty body. */
    private static <R extends BaseResponse> R requireResponse(@Nullable R response) {
        if (response == null) {
            throw new JsonParseException("Empty response");
        }
        return response;
    }

    private boolean shouldRetry(long chat, BaseResponse response) {
        if (response.errorCode() == 429) {
            var parameters = response.parameters();
            Integer seconds = parameters == null ? null : parameters.retryAfter();
            rateLimiter.pauseChat(chat, Duration.ofSeconds(seconds == null ? 1 : seconds));
            return true;
        }
        return response.errorCode() >= 500;
    }

    /** Returns true if Telegram rejected an edit only because it changes nothing. */
    private static boolean isNotModified(BaseResponse response) {
        return response.errorCode() == 400 && hasDescription(response, "message is not modified");
    }

    private static Reason failureReason(BaseResponse response) {
        boolean isGone = response.errorCode() == 403
                || response.errorCode() == 400 && hasDescription(response, "chat not found");
        return isGone ? Reason.BLOCKED : response.errorCode() == 400 ? Reason.REJECTED : Reason.UNREACHABLE;
    }

    private static boolean hasDescription(BaseResponse response, String text) {
        String description = response.description();
        return description != null && description.toLowerCase(Locale.ROOT).contains(text);
    }

    private static boolean isDefinitelyUndelivered(IOException error) {
        return error instanceof ConnectException
                || error instanceof SSLHandshakeException
                || error instanceof SocketTimeoutException
                        && String.valueOf(error.getMessage()).contains("onnect")
                || error instanceof UnknownHostException
                || error instanceof NoRouteToHostException;
    }

    private static Duration nextBackoff(Duration backoff) {
        return backoff.compareTo(MAX_RETRY_AFTER) < 0 ? backoff.multipliedBy(2) : backoff;
    }
}

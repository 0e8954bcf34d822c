package pullquote.llm;

import dev.langchain4j.exception.HttpException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pullquote.answer.GeneratorException;

/** Classifies errors of a model provider. */
final class LlmErrors {
    /** Lists the statuses of temporary errors. 529 is Anthropic's "overloaded". */
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(429, 500, 502, 503, 529);

    /**
     * Lists the statuses of rejected requests, for example one that is too long. They do not make the model
     * unavailable.
     */
    private static final Set<Integer> BAD_REQUEST_STATUSES = Set.of(400, 413, 422);

    /** Maximum length of a provider's message, in characters. Longer messages are cut off. */
    private static final int MAX_MESSAGE_LENGTH = 300;

    private LlmErrors() {}

    /**
     * Returns the delay before a retry, or empty if a retry would not help.
     *
     * @param minDelay the minimum delay if the provider names none; the maximum is twice this value
     */
    static Optional<Duration> retryDelay(Throwable error, Duration minDelay) {
        return findCause(error, HttpException.class)
                .filter(http -> RETRYABLE_STATUSES.contains(http.statusCode()))
                // A random delay keeps clients rejected at the same time from retrying at the same time.
                .map(http -> http instanceof RateLimitException limited
                        ? limited.retryDelay()
                        : minDelay.plusMillis(ThreadLocalRandom.current().nextLong(minDelay.toMillis())));
    }

    /** Converts an error to an exception with a one-line message. */
    static GeneratorException classify(Throwable error) {
        Optional<HttpException> http = findCause(error, HttpException.class);
        if (http.isPresent()) {
            int status = http.get().statusCode();
            String problem = "the model server returned status " + status + hint(status);
            String details = toShortLine(http.get().getMessage());
            return BAD_REQUEST_STATUSES.contains(status)
                    ? new GeneratorException(problem + ": " + details)
                    : new LlmUnavailableException(problem, details);
        }
        if (findCause(error, UnresolvedAddressException.class).isPresent()) {
            return new LlmUnavailableException("the host of the model server was not found; check LLM_BASE_URL");
        }
        if (findCause(error, ConnectException.class).isPresent()) {
            return new LlmUnavailableException("failed to connect to the model server; check LLM_BASE_URL");
        }
        Throwable root = causes(error).reduce(error, (a, b) -> b);
        return new LlmUnavailableException(
                "the call to the model server failed (" + root.getClass().getSimpleName() + ")",
                toShortLine(root.getMessage()));
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> "; check LLM_API_KEY";
            case 404 -> "; check LLM_MODEL and LLM_BASE_URL";
            default -> "";
        };
    }

    private static <T> Optional<T> findCause(Throwable error, Class<T> type) {
        return causes(error).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String toShortLine(@Nullable String message) {
        String line =
                String.valueOf(message).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_MESSAGE_LENGTH ? line : line.substring(0, MAX_MESSAGE_LENGTH) + "…";
    }
}

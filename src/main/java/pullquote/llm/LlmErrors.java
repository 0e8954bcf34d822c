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
    /** Rate limit, server error, bad gateway, unavailable; 529 is Anthropic's "overloaded". */
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(429, 500, 502, 503, 529);

    /** The provider works, but rejects this request, for example because it is too long. */
    private static final Set<Integer> BAD_REQUEST_STATUSES = Set.of(400, 413, 422);

    private static final int MAX_MESSAGE_LENGTH = 300;

    private LlmErrors() {}

    /**
     * Returns how long to wait before the retry, or empty if a retry is useless.
     *
     * @param atLeast the minimum if the provider names no time
     */
    static Optional<Duration> retryDelay(Throwable fault, Duration atLeast) {
        return findCause(fault, HttpException.class)
                .filter(http -> RETRYABLE_STATUSES.contains(http.statusCode()))
                // Random, so that clients rejected at the same moment do not return at the same moment.
                .map(http -> http instanceof RateLimitException later
                        ? later.retryDelay()
                        : atLeast.plusMillis(ThreadLocalRandom.current().nextLong(atLeast.toMillis())));
    }

    /** Converts an error to an exception with a message of one line. */
    static GeneratorException classify(Throwable fault) {
        Optional<HttpException> http = findCause(fault, HttpException.class);
        if (http.isPresent()) {
            int status = http.get().statusCode();
            String problem = "the model's server answered " + status + hint(status);
            String said = toShortLine(http.get().getMessage());
            return BAD_REQUEST_STATUSES.contains(status)
                    ? new GeneratorException(problem + ": " + said)
                    : new LlmUnavailableException(problem, said);
        }
        if (findCause(fault, UnresolvedAddressException.class).isPresent()) {
            return new LlmUnavailableException("the model's server is unknown; check LLM_BASE_URL");
        }
        if (findCause(fault, ConnectException.class).isPresent()) {
            return new LlmUnavailableException("the model's server cannot be reached");
        }
        Throwable root = causes(fault).reduce(fault, (a, b) -> b);
        return new LlmUnavailableException(
                "the model's server broke off (" + root.getClass().getSimpleName() + ")",
                toShortLine(root.getMessage()));
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403 -> ", check LLM_API_KEY";
            case 404 -> ", check LLM_MODEL and LLM_BASE_URL";
            default -> "";
        };
    }

    private static <T> Optional<T> findCause(Throwable fault, Class<T> type) {
        return causes(fault).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String toShortLine(@Nullable String words) {
        String line = String.valueOf(words).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= MAX_MESSAGE_LENGTH ? line : line.substring(0, MAX_MESSAGE_LENGTH) + "…";
    }
}

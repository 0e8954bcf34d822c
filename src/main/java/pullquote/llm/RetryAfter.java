package pullquote.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses the {@code Retry-After} header: a number of seconds or a date. */
final class RetryAfter {
    /** About 31 years. Larger values are reduced to this one, because they may not fit into a long. */
    private static final long MAX_SECONDS = 999_999_999;

    private RetryAfter() {}

    /** Returns the time to wait, at least 0, or empty if the value has neither format. */
    static Optional<Duration> parse(String value) {
        String text = value.strip();
        if (text.matches("\\d+")) {
            return Optional.of(Duration.ofSeconds(text.length() > 9 ? MAX_SECONDS : Long.parseLong(text)));
        }
        try {
            Instant retryAt = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration delay = Duration.between(Instant.now(), retryAt);
            return Optional.of(delay.isNegative() ? Duration.ZERO : delay);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

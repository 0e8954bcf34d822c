package pullquote.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses the {@code Retry-After} header: a number of seconds or a date. */
final class RetryAfter {
    private static final long MAX_SECONDS = 999_999_999;

    private RetryAfter() {}

    static Optional<Duration> parse(String value) {
        String text = value.strip();
        if (text.matches("\\d+")) {
            // More than 9 digits are more than 30 years. That is long, but not absent.
            return Optional.of(Duration.ofSeconds(text.length() > 9 ? MAX_SECONDS : Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

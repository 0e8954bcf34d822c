package pullquote.channel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.channel.HttpProblemException;

/** Parses an {@code Accept} header with wildcards and quality values from 0 to 1. */
final class AcceptHeader {
    private static final Pattern MEDIA_RANGE = Pattern.compile("\\s*([^\\s;,/]+/[^\\s;,]+)\\s*([^,]*)");
    private static final Pattern QUALITY = Pattern.compile(";\\s*q=([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");

    private final List<MediaRange> ranges = new ArrayList<>();

    private record MediaRange(String mediaType, double quality) {}

    /** @param header the header; null or blank accepts everything */
    AcceptHeader(@Nullable String header) {
        Matcher range =
                MEDIA_RANGE.matcher(header == null || header.isBlank() ? "*/*" : header.toLowerCase(Locale.ROOT));
        while (range.find()) {
            Matcher quality = QUALITY.matcher(range.group(2));
            ranges.add(new MediaRange(range.group(1), quality.find() ? Double.parseDouble(quality.group(1)) : 1));
        }
    }

    /**
     * Returns true if the answer should be an event stream. JSON is the default, unless the client names
     * {@code text/event-stream} with at least the same quality.
     *
     * @throws HttpProblemException if the client accepts neither
     */
    boolean prefersEventStream() {
        double json = quality("application/json", "application/*", "*/*");
        double events = quality("text/event-stream", "text/*", "*/*");
        if (json == 0 && events == 0) {
            throw new HttpProblemException(
                    406, "not_acceptable", "Answers come as “application/json” or “text/event-stream” only.");
        }
        return json == 0 || quality("text/event-stream") > 0 && events >= json;
    }

    /**
     * Returns the quality of the first of these types that the header names: the most specific one counts, not the
     * best.
     */
    private double quality(String... mostSpecificFirst) {
        for (String type : mostSpecificFirst) {
            for (MediaRange range : ranges) {
                if (range.mediaType().equals(type)) {
                    return range.quality();
                }
            }
        }
        return 0;
    }
}

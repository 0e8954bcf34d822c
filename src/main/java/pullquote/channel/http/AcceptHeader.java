package pullquote.channel.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pullquote.channel.HttpProblemException;

/** What a client likes to be given: the header {@code Accept}, with its wild cards and its qualities from 0 to 1. */
final class AcceptHeader {
    private static final Pattern RANGE = Pattern.compile("\\s*([^\\s;,/]+/[^\\s;,]+)\\s*([^,]*)");
    private static final Pattern QUALITY = Pattern.compile(";\\s*q=([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");

    private final List<Range> ranges = new ArrayList<>();

    private record Range(String type, double quality) {}

    /** @param header none, or an empty one, takes everything */
    AcceptHeader(@Nullable String header) {
        Matcher range = RANGE.matcher(header == null || header.isBlank() ? "*/*" : header.toLowerCase(Locale.ROOT));
        while (range.find()) {
            Matcher quality = QUALITY.matcher(range.group(2));
            ranges.add(new Range(range.group(1), quality.find() ? Double.parseDouble(quality.group(1)) : 1));
        }
    }

    /**
     * Whether to stream events. JSON is for all who take it, unless they ask for events by name and like them as well.
     *
     * @throws HttpProblemException if they take neither
     */
    boolean prefersEvents() {
        double json = quality("application/json", "application/*", "*/*");
        double events = quality("text/event-stream", "text/*", "*/*");
        if (json == 0 && events == 0) {
            throw new HttpProblemException(
                    406, "not_acceptable", "Answers come as “application/json” or “text/event-stream” only.");
        }
        return json == 0 || quality("text/event-stream") > 0 && events >= json;
    }

    /** The quality of the first of these that is named at all: the narrowest wins, not the greatest. */
    private double quality(String... narrowestFirst) {
        for (String type : narrowestFirst) {
            for (Range range : ranges) {
                if (range.type().equals(type)) {
                    return range.quality();
                }
            }
        }
        return 0;
    }
}

package pullquote.channel;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds CORS headers to API responses. Requests are never rejected for their origin; CORS only limits what browsers
 * expose to pages of other origins. Browsers send an {@code Origin} header from our own pages too, when they POST.
 *
 * @param allowed origins in normalized form, such as {@code https://news.example:8443}; {@value #ANY_ORIGIN} allows
 *     every origin
 */
public record CorsPolicy(Set<String> allowedOrigins) {
    public static final CorsPolicy NONE = new CorsPolicy(Set.of());

    public static final String ANY_ORIGIN = "*";

    private static final String CORS_PATH_PREFIX = "/api/";
    private static final Pattern ORIGIN_PATTERN = Pattern.compile(
            "(https?)://([^/:@?#\\s\\[\\]]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?/?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> PREFLIGHT_HEADERS = Map.of(
            "Access-Control-Allow-Methods", "GET, POST",
            "Access-Control-Allow-Headers", "Content-Type, Last-Event-ID, Accept",
            "Access-Control-Max-Age", "600");

    public CorsPolicy {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /**
     * Returns the origin as browsers send it: lower case, with an ASCII host, without a default port or a trailing
     * slash.
     *
     * @return empty if the text is not an origin
     */
    public static Optional<String> normalize(String text) {
        if (text.equals(ANY_ORIGIN)) {
            return Optional.of(ANY_ORIGIN);
        }
        Matcher parts = ORIGIN_PATTERN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String port = parts.group(3);
        try {
            String host = parts.group(2).startsWith("[")
                    ? parts.group(2)
                    : IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES);
            boolean isImplied = port == null || port.equals(scheme.equals("https") ? "443" : "80");
            return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + (isImplied ? "" : ":" + port));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not a valid host name
        }
    }

    void register(JavalinConfig server) {
        server.routes.before(CORS_PATH_PREFIX + "*", this::handleCors);
    }

    private void handleCors(Context ctx) {
        String origin = ctx.header("Origin");
        headers(ctx.path(), origin).forEach(ctx::header);
        if (ctx.method() == HandlerType.OPTIONS && ctx.header("Access-Control-Request-Method") != null) {
            if (isAllowed(origin)) {
                PREFLIGHT_HEADERS.forEach(ctx::header);
            }
            ctx.status(204).skipRemainingHandlers();
        }
    }

    /** Returns the CORS headers for a response to this path; they are set on error responses too. */
    Map<String, String> headers(String path, @Nullable String origin) {
        var headers = new LinkedHashMap<String, String>();
        if (!path.startsWith(CORS_PATH_PREFIX) || allowedOrigins.isEmpty()) {
            return headers;
        }
        boolean isOpen = allowedOrigins.contains(ANY_ORIGIN);
        if (!isOpen) {
            // Needed for other origins too: a shared cache must not serve one origin's response to another.
            headers.put("Vary", "Origin");
        }
        if (isAllowed(origin)) {
            headers.put("Access-Control-Allow-Origin", isOpen ? ANY_ORIGIN : String.valueOf(origin));
            headers.put("Access-Control-Expose-Headers", "Retry-After, " + RequestId.HEADER);
        }
        return headers;
    }

    private boolean isAllowed(@Nullable String origin) {
        return allowedOrigins.contains(ANY_ORIGIN) || origin != null && allowedOrigins.contains(origin);
    }
}

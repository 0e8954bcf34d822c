package pullquote.channel;

import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Describes an error as problem details (RFC 9457).
 *
 * @param code a stable error code for programs, such as {@code empty_question}
 * @param detail what happened and what to do about it, for people
 * @param field the request field that is wrong, if it is a single one
 * @param headers response headers that go with the error, such as {@code Retry-After}
 */
public record Problem(int status, String code, String detail, Optional<String> field, Map<String, String> headers) {
    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), Map.of());
    }

    /** Creates a 400 problem for an invalid request field. */
    public static Problem forField(String field, String detail) {
        return new Problem(400, "invalid_field", detail, Optional.of(field), Map.of());
    }

    /** Creates a generic problem for an HTTP status. */
    static Problem ofStatus(int status) {
        String detail = switch (status) {
            case 400 -> "The request is not valid HTTP.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "Method not allowed; see the Allow header.";
            case 408 -> "The request came too slowly.";
            case 413 -> "The body is too large. Send at most 64 kB.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too large.";
            case 500 -> "The server failed. The log has the details under this request id.";
            default -> "The request failed.";
        };
        return new Problem(status, title(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), detail);
    }

    /** Returns a copy with an additional response header. */
    public Problem withHeader(String header, String value) {
        var extended = new LinkedHashMap<>(headers);
        extended.put(header, value);
        return new Problem(status, code, detail, field, extended);
    }

    /** Returns the problem document as JSON on one line. */
    public String toJson(String requestId) {
        return toJson(requestId, Map.of());
    }

    /** Returns the problem document as JSON on one line, with additional members. */
    public String toJson(String requestId, Map<String, Object> additionalMembers) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        field.ifPresent(name -> members.put("field", name));
        members.put("request_id", requestId);
        members.putAll(additionalMembers);
        return Json.write(members);
    }

    /** Returns the document as UTF-8. Jetty has no default charset for this media type and would use Latin-1. */
    byte[] toJsonBytes(String requestId) {
        return toJson(requestId).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the reason phrase of the status, as RFC 9457 requires for the type {@code about:blank}. */
    private static String title(int status) {
        return status == 500
                ? "Internal Server Error"
                : HttpStatus.forStatus(status).getMessage();
    }
}

package pullquote.channel;

import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What went wrong, as RFC 9457 tells it.
 *
 * @param code a name for programs, such as {@code empty_question}
 * @param detail what happened and what to do about it, for the person who meets it
 * @param field the field of the request it is about, if it is about one
 * @param headers what HTTP wants said beside it, such as {@code Retry-After}
 */
public record Problem(int status, String code, String detail, Optional<String> field, Map<String, String> headers) {
    /** The type of all our problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), Map.of());
    }

    /** A mistake in one field of the request. */
    public static Problem forField(String field, String detail) {
        return new Problem(400, "invalid_field", detail, Optional.of(field), Map.of());
    }

    /** Of which no more is known than its status. */
    static Problem ofStatus(int status) {
        String detail = switch (status) {
            case 400 -> "The request is not proper HTTP.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method. “Allow” names those it takes.";
            case 408 -> "The request came too slowly.";
            case 413 -> "The body is too large. Send 64 kB at most.";
            case 414 -> "The address is too long.";
            case 431 -> "The headers are too large.";
            case 500 -> "Something went wrong on our side. It is logged under the request id.";
            default -> "The request cannot be served.";
        };
        return new Problem(status, title(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"), detail);
    }

    /** The same with a header that goes with it. */
    public Problem withHeader(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, detail, field, more);
    }

    /** The document, on one line. */
    public String json(String requestId) {
        return json(requestId, Map.of());
    }

    /** The same with members that only its place knows of. */
    public String json(String requestId, Map<String, Object> more) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", title(status));
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        field.ifPresent(name -> members.put("field", name));
        members.put("request_id", requestId);
        members.putAll(more);
        return Json.write(members);
    }

    /** The document as bytes: Jetty knows no charset for its type, and would take Latin-1. */
    byte[] bytes(String requestId) {
        return json(requestId).getBytes(StandardCharsets.UTF_8);
    }

    /** With the type {@code about:blank} a title is the status in words. */
    private static String title(int status) {
        return status == 500
                ? "Internal Server Error"
                : HttpStatus.forStatus(status).getMessage();
    }
}

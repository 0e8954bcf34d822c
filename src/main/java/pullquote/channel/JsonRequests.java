package pullquote.channel;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The body of a request, read with care. */
public final class JsonRequests {
    /** In bytes; a question of 2,000 characters needs 24 kB if every one of them is escaped. */
    public static final int MAX_BYTES = 64 * 1024;

    private JsonRequests() {}

    /**
     * Reads JSON into an object.
     *
     * @throws HttpProblemException if it is no JSON, says it is something else, or is too large; nothing more is read then
     */
    public static <T> T read(Context ctx, Class<T> type) throws IOException {
        requireJson(ctx);
        return Json.read(decode(readBytes(ctx)), type);
    }

    /** Other types are refused also because browsers send them to foreign sites without asking first. */
    private static void requireJson(Context ctx) {
        String type = ctx.contentType();
        String plain = type == null ? "" : type.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT);
        if (!plain.matches("application/json(;charset=utf-?8)?;?")) {
            throw new HttpProblemException(
                    415, "unsupported_media_type", "Send the body as “application/json” in UTF-8.");
        }
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new HttpProblemException(
                    new Problem(415, "unsupported_media_type", "Send the body without Content-Encoding.")
                            .withHeader("Accept-Encoding", "identity"));
        }
    }

    private static byte[] readBytes(Context ctx) throws IOException {
        if (ctx.req().getContentLengthLong() > MAX_BYTES) {
            throw new HttpProblemException(Problem.ofStatus(413));
        }
        // Who sends in chunks declares no length; one byte too many is enough to know.
        byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new HttpProblemException(Problem.ofStatus(413));
        }
        return bytes;
    }

    private static String decode(byte[] bytes) {
        try {
            // A fresh decoder reports what is no UTF-8; new String(…) would put question marks in its place.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpProblemException(400, "invalid_encoding", "The body is not UTF-8.");
        }
    }
}

package pullquote.channel;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads JSON request bodies, with limits on their type, size and encoding. */
public final class JsonRequests {
    /** Maximum body size in bytes. A question of 2,000 characters needs 24 kB if every character is escaped. */
    public static final int MAX_BYTES = 64 * 1024;

    private JsonRequests() {}

    /**
     * Parses the request body as JSON.
     *
     * @throws HttpProblemException if the body has another content type, is too large or is not valid JSON
     */
    public static <T> T read(Context ctx, Class<T> contentType) throws IOException {
        requireJson(ctx);
        return Json.read(decode(readBytes(ctx)), contentType);
    }

    /** Rejects other content types, also because browsers send some of them across origins without a CORS preflight. */
    private static void requireJson(Context ctx) {
        String contentType = ctx.contentType();
        String normalized =
                contentType == null ? "" : contentType.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT);
        if (!normalized.matches("application/json(;charset=utf-?8)?;?")) {
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
        // Chunked requests declare no length, so read one byte more than allowed.
        byte[] bytes = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new HttpProblemException(Problem.ofStatus(413));
        }
        return bytes;
    }

    private static String decode(byte[] bytes) {
        try {
            // A new decoder reports invalid UTF-8; new String(…) would replace it silently.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpProblemException(400, "invalid_encoding", "The body is not UTF-8.");
        }
    }
}

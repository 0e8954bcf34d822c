package pullquote.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import pullquote.text.Sha256;

/** Tells one state of a text from another. */
public final class ContentHash {
    private ContentHash() {}

    /** The first 16 hexadecimal digits of the SHA-256 of these texts: the same texts, the same version. */
    public static String of(List<String> texts) {
        byte[] text = String.join("\n\n", texts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.digest(text), 8));
    }
}

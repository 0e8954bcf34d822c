package pullquote.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import pullquote.text.Sha256;

/** Computes version ids of texts. */
public final class ContentHash {
    private ContentHash() {}

    /** Returns the first 16 hexadecimal digits of the SHA-256 of the texts. Equal texts have equal versions. */
    public static String of(List<String> texts) {
        byte[] text = String.join("\n\n", texts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.digest(text), 8));
    }
}

package pullquote.text;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generates unguessable ids. */
public final class RandomIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    /** Returns 128 random bits as 32 hexadecimal digits. */
    public static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}

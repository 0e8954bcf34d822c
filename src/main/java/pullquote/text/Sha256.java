package pullquote.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A short name for what is too long for one. */
public final class Sha256 {
    private Sha256() {}

    /** The 32 bytes of the hash of these, one behind the other. */
    public static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}

package pullquote.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes SHA-256 hashes. */
public final class Sha256 {
    private Sha256() {}

    /** Returns the 32-byte hash of the concatenated parts. */
    public static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("SHA-256 is missing from this JDK. Use a standard JDK.", e);
        }
    }
}

package pullquote.article;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import pullquote.text.Sha256;

/** Derives article ids from file names. */
final class ArticleId {
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z]+$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNMAPPED_LETTER = Pattern.compile("[\\p{L}\\p{N}&&[^a-z0-9]]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9-]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private ArticleId() {}

    /**
     * Returns the id for a file name: {@code cafe-no-5} for {@code Café No 5.md}. Letters without a Latin base letter
     * are dropped and a hash of the name is appended, so {@code чай-1.md} and {@code мост-1.md} get different ids.
     */
    static String fromFileName(String fileName) {
        String name = ENDING.matcher(fileName).replaceFirst("");
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String id = EDGES.matcher(OTHERS.matcher(folded).replaceAll("-")).replaceAll("");
        if (id.isEmpty()) {
            return "article-" + hash(name);
        }
        return UNMAPPED_LETTER.matcher(folded).find() ? id + "-" + hash(name) : id;
    }

    private static String hash(String name) {
        return HexFormat.of().formatHex(Arrays.copyOf(Sha256.digest(name.getBytes(StandardCharsets.UTF_8)), 4));
    }
}

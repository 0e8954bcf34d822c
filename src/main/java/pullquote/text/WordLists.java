package pullquote.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A word list that comes with us. */
public final class WordLists {
    private WordLists() {}

    /** Its lines, without those that are empty or remarks behind a # and a space. */
    public static List<String> readLines(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream("/pullquote/" + name), name),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.equals("#") && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of our own could not be read", e);
        }
    }
}

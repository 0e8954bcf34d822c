package pullquote.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the bundled word lists. */
public final class WordLists {
    private WordLists() {}

    /**
     * Returns the lines of a list, without blank lines and comments (lines that start with "# ").
     *
     * @param name the file name, for example {@code bilingual-lexicon.txt}
     * @throws NullPointerException if there is no list with this name
     */
    public static List<String> readLines(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream("/pullquote/" + name), name),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.equals("#") && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read bundled word list: " + name, e);
        }
    }
}

package pullquote.article;

import java.util.List;
import java.util.regex.Pattern;

/** A way to write paragraphs. */
public interface BodyParser {
    int MAX_PARAGRAPH_LENGTH = 50_000;

    Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    /** @param lines of which those that look empty are empty */
    ParsedBody parse(List<String> lines);

    /** Whether there is anything to read in it; a row of stars between two sections is no paragraph. */
    static boolean hasWords(String text) {
        return WORD.matcher(text).find();
    }
}

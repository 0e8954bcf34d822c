package pullquote.article;

import java.util.List;

/** A way to write paragraphs. */
public interface BodyParser {
    int MAX_PARAGRAPH_LENGTH = 50_000;

    /** @param lines of which those that look empty are empty */
    ParsedBody parse(List<String> lines);
}

package pullquote.article;

import java.util.List;

/** Parses the body of an article in one file format. */
public interface BodyParser {
    /** UTF-16 code units; a file with a longer paragraph is skipped, which bounds parsing time and memory. */
    int MAX_PARAGRAPH_LENGTH = 50_000;

    /**
     * Parses the lines of a body.
     *
     * @param lines the lines without line ends; blank lines must be empty strings
     */
    ParsedBody parse(List<String> lines);
}

package pullquote.article;

import java.util.List;
import java.util.Optional;

/**
 * Contains the parsed body of an article.
 *
 * @param paragraphs the paragraphs in order, each with at least one word; may be empty
 * @param heading the first heading, if there is one and the format supports headings
 */
record ParsedBody(List<String> paragraphs, Optional<String> heading) {
    ParsedBody {
        paragraphs = List.copyOf(paragraphs);
    }
}

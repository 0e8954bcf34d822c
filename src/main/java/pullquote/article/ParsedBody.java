package pullquote.article;

import java.util.List;
import java.util.Optional;

/**
 * The text of an article.
 *
 * @param paragraphs in order, none without words; there may be none
 * @param heading the first heading, if the format knows headings and there is one
 */
record ParsedBody(List<String> paragraphs, Optional<String> heading) {
    ParsedBody {
        paragraphs = List.copyOf(paragraphs);
    }
}

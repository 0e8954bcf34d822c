package pullquote.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Contains the metadata of an article.
 *
 * @param title the headline
 * @param date the publication date
 * @param language the language of the text as an ISO 639 code, for example {@code en}
 * @param url the address where the article is published
 * @param author the name of the author
 * @param source the name of the publisher
 */
public record FrontMatter(
        String title,
        Optional<LocalDate> date,
        String language,
        Optional<URI> url,
        Optional<String> author,
        Optional<String> source) {

    public FrontMatter {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Empty title. Give every article a title.");
        }
    }

    /** Creates the metadata of an English article with nothing but a title. */
    public static FrontMatter ofTitle(String title) {
        return new FrontMatter(title, Optional.empty(), "en", Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package pullquote.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of an article beside its text.
 *
 * @param title its headline
 * @param date the day it was published
 * @param language the language it is written in, as an ISO 639 code such as {@code en}
 * @param url where the public reads it, if that is elsewhere
 * @param author who wrote it
 * @param source who published it
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
            throw new IllegalArgumentException("an article needs a title");
        }
    }

    /** An English article of which only the title is known. */
    public static FrontMatter ofTitle(String title) {
        return new FrontMatter(title, Optional.empty(), "en", Optional.empty(), Optional.empty(), Optional.empty());
    }
}

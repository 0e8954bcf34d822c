package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.channel.Links;

/**
 * Represents an article in the API.
 *
 * @param <P> the type of {@code paragraphs}: their number in lists, otherwise the paragraphs themselves
 * @param suggestions suggested first questions; absent in lists
 */
record ArticleResponse<P>(
        String id,
        String title,
        @Nullable LocalDate date,
        String url,
        String language,
        String version,
        P paragraphs,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> suggestions) {

    static ArticleResponse<Integer> summary(Article article, Links links) {
        return of(article, links, article.paragraphs().size(), null);
    }

    static ArticleResponse<List<Paragraph>> full(Article article, Links links, List<String> suggestions) {
        return of(article, links, article.paragraphs(), suggestions);
    }

    private static <P> ArticleResponse<P> of(
            Article article, Links links, P paragraphs, @Nullable List<String> suggestions) {
        var frontMatter = article.frontMatter();
        return new ArticleResponse<>(
                article.id(),
                frontMatter.title(),
                frontMatter.date().orElse(null),
                links.urlFor(article),
                frontMatter.language(),
                article.version(),
                paragraphs,
                suggestions);
    }
}

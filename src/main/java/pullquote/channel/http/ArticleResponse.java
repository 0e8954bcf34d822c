package pullquote.channel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pullquote.article.Article;
import pullquote.article.Paragraph;
import pullquote.channel.Links;

/**
 * An article as the API gives it.
 *
 * @param <P> what stands for its paragraphs: how many there are, or they themselves
 * @param suggestions what to ask it first; absent where articles are only listed
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
        var about = article.frontMatter();
        return new ArticleResponse<>(
                article.id(),
                about.title(),
                about.date().orElse(null),
                links.to(article),
                about.language(),
                article.version(),
                paragraphs,
                suggestions);
    }
}

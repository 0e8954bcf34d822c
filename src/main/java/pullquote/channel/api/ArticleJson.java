package pullquote.channel.api;

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
 */
record ArticleJson<P>(
        String id, String title, @Nullable LocalDate date, String url, String language, String version, P paragraphs) {

    static ArticleJson<Integer> counted(Article article, Links links) {
        return of(article, links, article.paragraphs().size());
    }

    static ArticleJson<List<Paragraph>> whole(Article article, Links links) {
        return of(article, links, article.paragraphs());
    }

    private static <P> ArticleJson<P> of(Article article, Links links, P paragraphs) {
        var about = article.about();
        return new ArticleJson<>(
                article.id(),
                about.title(),
                about.date().orElse(null),
                links.to(article),
                about.language(),
                article.version(),
                paragraphs);
    }
}

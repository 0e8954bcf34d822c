package pullquote.channel.web;

import java.util.Optional;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.channel.Links;

/** An article to read; its paragraph n can be linked to as {@code #pn}. */
final class ReadingPage {
    private static final String BODY = """
            <nav lang="en"><a href="/">All articles</a></nav>
            <main>
            <article dir="auto">
            <h1>%s</h1>
            %s
            %s
            </article>
            </main>
            """;

    private ReadingPage() {}

    static Html of(Article article) {
        FrontMatter about = article.about();
        Html paragraphs = article.paragraphs().stream()
                .map(paragraph -> Html.of("<p id=\"p%s\">%s</p>", paragraph.number(), paragraph.text()))
                .collect(Html.together());
        return Page.of(
                about.language(),
                about.title(),
                Links.published(article)
                        .map(url -> Html.of("<link rel=\"canonical\" href=\"%s\">", url))
                        .orElse(Html.NONE),
                Html.of(BODY, about.title(), byline(article), paragraphs));
    }

    /** What is known of when, by whom and where it was published; nothing, if nothing is. */
    private static Html byline(Article article) {
        FrontMatter about = article.about();
        Html parts = Stream.of(
                        about.date().map(Dates::html),
                        about.author().map(author -> Html.of("<span>%s</span>", author)),
                        Links.published(article)
                                .map(url -> Html.of(
                                        "<span><a href=\"%s\">%s</a></span>",
                                        url, about.source().orElse(url.getHost())))
                                .or(() -> about.source().map(source -> Html.of("<span>%s</span>", source))))
                .flatMap(Optional::stream)
                .collect(Html.together());
        return parts.equals(Html.NONE) ? parts : Html.of("<p class=\"byline\" lang=\"en\">%s</p>", parts);
    }
}

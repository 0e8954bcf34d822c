package pullquote.channel.web;

import pullquote.article.Article;
import pullquote.article.Library;

/** The articles there are, and what this is. */
final class FrontPage {
    private static final String BODY = """
            <main>
            <h1>Pullquote</h1>
            <p class="lead">Ask about these articles. Every answer shows the exact sentence it rests on; what they do not
            say, it does not say.</p>
            <h2>Articles</h2>
            %s
            </main>
            """;

    private FrontPage() {}

    static Html of(Library library) {
        Html articles = library.isEmpty()
                ? Html.of("<p>There are no articles yet.</p>")
                : Html.of(
                        "<ul class=\"articles\">\n%s\n</ul>",
                        library.articles().stream().map(FrontPage::entry).collect(Html.together()));
        return Page.of("en", "Pullquote", Html.NONE, Html.of(BODY, articles));
    }

    private static Html entry(Article article) {
        return Html.of(
                "<li><a href=\"/articles/%s\" lang=\"%s\" dir=\"auto\">%s</a> %s</li>",
                article.id(),
                article.about().language(),
                article.about().title(),
                article.about().date().map(Dates::html).orElse(Html.NONE));
    }
}

package pullquote.channel.web;

import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.text.Messages;

/** Renders the list of articles with a chat about all of them. */
final class IndexPage {
    private static final String BODY = """
            <div class="beside">
            <main>
            <h1>Pullquote</h1>
            <p class="lead">%s</p>
            <h2>%s</h2>
            %s
            </main>
            %s
            </div>
            """;

    private IndexPage() {}

    /** @param language the language of the page */
    static Html render(Library library, String language) {
        Html articles = library.isEmpty()
                ? Html.of("<p>%s</p>", Messages.get(language, "page.no_articles"))
                : Html.of(
                        "<ul class=\"articles\">\n%s\n</ul>",
                        library.articles().stream()
                                .map(article -> entry(article, language))
                                .collect(Html.join()));
        Html body = Html.of(
                BODY,
                Messages.get(language, "page.lead"),
                Messages.get(language, "page.articles"),
                articles,
                library.isEmpty() ? Html.NONE : Layout.chatScript("", language));
        return Layout.render(language, "Pullquote", Html.NONE, body);
    }

    private static Html entry(Article article, String language) {
        return Html.of(
                "<li><a href=\"/articles/%s\" lang=\"%s\" dir=\"auto\">%s</a> %s</li>",
                article.id(),
                article.frontMatter().language(),
                article.frontMatter().title(),
                article.frontMatter()
                        .date()
                        .map(date -> DateFormat.html(date, language))
                        .orElse(Html.NONE));
    }
}

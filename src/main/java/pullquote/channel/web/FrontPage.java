package pullquote.channel.web;

import pullquote.answer.Messages;
import pullquote.article.Article;
import pullquote.article.Library;

/** The articles there are, and a chat about all of them. */
final class FrontPage {
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

    private FrontPage() {}

    /** @param language of its reader */
    static Html of(Library library, String language) {
        Html articles = library.isEmpty()
                ? Html.of("<p>%s</p>", Messages.in(language, "page.no_articles"))
                : Html.of(
                        "<ul class=\"articles\">\n%s\n</ul>",
                        library.articles().stream()
                                .map(article -> entry(article, language))
                                .collect(Html.together()));
        Html body = Html.of(
                BODY,
                Messages.in(language, "page.lead"),
                Messages.in(language, "page.articles"),
                articles,
                library.isEmpty() ? Html.NONE : Page.chat("", language));
        return Page.of(language, "Pullquote", Html.NONE, body);
    }

    private static Html entry(Article article, String language) {
        return Html.of(
                "<li><a href=\"/articles/%s\" lang=\"%s\" dir=\"auto\">%s</a> %s</li>",
                article.id(),
                article.about().language(),
                article.about().title(),
                article.about().date().map(date -> Dates.html(date, language)).orElse(Html.NONE));
    }
}

package pullquote.channel.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Paragraph;
import pullquote.channel.Links;
import pullquote.text.Messages;

/** An article to read, with a chat about it; its paragraph n can be linked to as {@code #pn}. */
final class ArticlePage {
    private static final String BODY = """
            <div class="beside">
            <main>
            <nav lang="%s"><a href="/">%s</a>%s</nav>
            <article dir="auto">
            <h1>%s</h1>
            %s
            %s
            </article>
            </main>
            %s
            </div>
            """;

    /** Where it was reported from, as papers print it before the first words: “NUR-SULTAN – ”. */
    private static final Pattern DATELINE = Pattern.compile("^\\p{Lu}[\\p{Lu}\\s,.-]{2,40} [–—] ");

    private ArticlePage() {}

    /** @param telegram where to ask about it in Telegram */
    static Html render(Article article, Optional<String> telegram) {
        FrontMatter about = article.frontMatter();
        Html paragraphs =
                article.paragraphs().stream().map(ArticlePage::paragraph).collect(Html.join());
        String language = Messages.resolveLocale(about.language()).getLanguage();
        return Layout.render(
                about.language(),
                about.title(),
                Links.publicUrl(article)
                        .map(url -> Html.of("<link rel=\"canonical\" href=\"%s\">", url))
                        .orElse(Html.NONE),
                Html.of(
                        BODY,
                        language,
                        Messages.get(language, "page.all_articles"),
                        telegram.map(url ->
                                        Html.of("<a href=\"%s\">%s</a>", url, Messages.get(language, "page.telegram")))
                                .orElse(Html.NONE),
                        about.title(),
                        byline(article, language),
                        paragraphs,
                        Layout.chatScript(article.id(), language)));
    }

    /** Its number is in the style alone, so that its text is the article's and no more. */
    private static Html paragraph(Paragraph paragraph) {
        String text = paragraph.text();
        Matcher dateline = DATELINE.matcher(text);
        Html opening = dateline.find() ? Html.of("<span class=\"dateline\">%s</span>", dateline.group()) : Html.NONE;
        return Html.of(
                "<p id=\"p%s\">%s%s</p>",
                paragraph.number(), opening, text.substring(opening.equals(Html.NONE) ? 0 : dateline.end()));
    }

    /** What is known of when, by whom and where it was published; nothing, if nothing is. */
    private static Html byline(Article article, String language) {
        FrontMatter about = article.frontMatter();
        Html parts = Stream.of(
                        about.date().map(date -> DateFormat.html(date, language)),
                        about.author().map(author -> Html.of("<span>%s</span>", author)),
                        Links.publicUrl(article)
                                .map(url -> Html.of(
                                        "<span><a href=\"%s\">%s</a></span>",
                                        url, about.source().orElse(url.getHost())))
                                .or(() -> about.source().map(source -> Html.of("<span>%s</span>", source))))
                .flatMap(Optional::stream)
                .collect(Html.join());
        return parts.equals(Html.NONE) ? parts : Html.of("<p class=\"byline\" lang=\"%s\">%s</p>", language, parts);
    }
}

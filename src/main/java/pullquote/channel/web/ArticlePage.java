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

/** Renders an article with a chat about it. Paragraph n has the anchor {@code #pn}. */
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

    /** Matches a dateline at the start of a paragraph: “NUR-SULTAN – ”. */
    private static final Pattern DATELINE = Pattern.compile("^\\p{Lu}[\\p{Lu}\\s,.-]{2,40} [–—] ");

    private ArticlePage() {}

    /** @param telegram a link to ask about the article in Telegram, if there is a bot */
    static Html render(Article article, Optional<String> telegram) {
        FrontMatter frontMatter = article.frontMatter();
        Html paragraphs =
                article.paragraphs().stream().map(ArticlePage::paragraph).collect(Html.join());
        String language = Messages.resolveLocale(frontMatter.language()).getLanguage();
        return Layout.render(
                frontMatter.language(),
                frontMatter.title(),
                Links.publishedUrl(article)
                        .map(url -> Html.of("<link rel=\"canonical\" href=\"%s\">", url))
                        .orElse(Html.NONE),
                Html.of(
                        BODY,
                        language,
                        Messages.get(language, "page.all_articles"),
                        telegram.map(url ->
                                        Html.of("<a href=\"%s\">%s</a>", url, Messages.get(language, "page.telegram")))
                                .orElse(Html.NONE),
                        frontMatter.title(),
                        byline(article, language),
                        paragraphs,
                        Layout.chatScript(article.id(), language)));
    }

    /** Renders a paragraph. Its number is shown by CSS only, so that copied text is exactly the article's. */
    private static Html paragraph(Paragraph paragraph) {
        String text = paragraph.text();
        Matcher dateline = DATELINE.matcher(text);
        Html prefix = dateline.find() ? Html.of("<span class=\"dateline\">%s</span>", dateline.group()) : Html.NONE;
        return Html.of(
                "<p id=\"p%s\">%s%s</p>",
                paragraph.number(), prefix, text.substring(prefix.equals(Html.NONE) ? 0 : dateline.end()));
    }

    /** Renders date, author and source as far as they are known, or nothing. */
    private static Html byline(Article article, String language) {
        FrontMatter frontMatter = article.frontMatter();
        Html parts = Stream.of(
                        frontMatter.date().map(date -> DateFormat.html(date, language)),
                        frontMatter.author().map(author -> Html.of("<span>%s</span>", author)),
                        Links.publishedUrl(article)
                                .map(url -> Html.of(
                                        "<span><a href=\"%s\">%s</a></span>",
                                        url, frontMatter.source().orElse(url.getHost())))
                                .or(() -> frontMatter.source().map(source -> Html.of("<span>%s</span>", source))))
                .flatMap(Optional::stream)
                .collect(Html.join());
        return parts.equals(Html.NONE) ? parts : Html.of("<p class=\"byline\" lang=\"%s\">%s</p>", language, parts);
    }
}

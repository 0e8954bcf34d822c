package pullquote.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.text.Span;

class LinksTest {
    private final Links links = new Links(URI.create("https://news.example/base/"));

    @Test
    void links_to_the_quote_on_the_article_page() {
        var article = article("The house opened in May. It has well-kept rooms, tea & cake.");

        assertThat(links.urlFor(evidence(article, "It has well-kept rooms, tea & cake.")))
                .isEqualTo("https://news.example/base/articles/tea#p1:~:text="
                        + "It%20has%20well%2Dkept%20rooms%2C%20tea%20%26%20cake%2E");
        assertThat(links.urlFor(article)).isEqualTo("https://news.example/base/articles/tea");
    }

    @Test
    void links_to_the_published_article() {
        Article there = article(Optional.of(URI.create("https://post.example/a?b=c")), "Министр выпил чашку чая.");
        assertThat(links.urlFor(evidence(there, "Министр выпил чашку чая.")))
                .startsWith("https://post.example/a?b=c#:~:text=%D0%9C%D0%B8%D0%BD%D0%B8");

        assertThat(links.urlFor(evidence(TeaHouseArticles.PUBLISHED_ELSEWHERE, "Министр выпил чашку чая и уехал.")))
                .startsWith("https://post.example/tea?x=1#top:~:text=%D0%9C");
    }

    @Test
    void ignores_urls_that_are_not_http() {
        Article script = article(Optional.of(URI.create("javascript:alert(1)")), "The house opened in May.");

        assertThat(links.urlFor(script)).isEqualTo("https://news.example/base/articles/tea");
    }

    @Test
    void shortens_a_long_quote_to_its_first_and_last_words() {
        String text = "One two three four five six " + "and so on ".repeat(40) + "then the very last six words.";

        assertThat(links.urlFor(evidence(article(text), text)))
                .endsWith("#p1:~:text=One%20two%20three%20four%20five%20six,then%20the%20very%20last%20six%20words%2E");
    }

    @Test
    void adds_neighbouring_words_to_a_short_quote() {
        var article = article("On Monday it rained in Almaty, and on Tuesday it rained again.");

        assertThat(links.urlFor(evidence(article, "it rained in")))
                .endsWith(":~:text=On%20Monday-,it%20rained%20in,-Almaty%2C%20and%20on");
        assertThat(links.urlFor(evidence(article, "On Monday"))).endsWith(":~:text=On%20Monday,-it%20rained%20in");
        assertThat(links.urlFor(evidence(article, "rained again.")))
                .endsWith(":~:text=on%20Tuesday%20it-,rained%20again%2E");
    }

    @Test
    void adds_no_context_if_the_quote_is_the_whole_paragraph() {
        assertThat(links.urlFor(evidence(article("Visitors: 12."), "Visitors: 12.")))
                .endsWith(":~:text=Visitors%3A%2012%2E");
    }

    private static Article article(String text) {
        return article(Optional.empty(), text);
    }

    private static Article article(Optional<URI> url, String text) {
        var about = new FrontMatter("Tea", Optional.empty(), "en", url, Optional.empty(), Optional.empty());
        return new Article("tea", about, List.of(text));
    }

    private static Evidence evidence(Article article, String words) {
        var paragraph = article.paragraphs().get(0);
        int start = paragraph.text().indexOf(words);
        return new Evidence(article, paragraph, new Span(start, start + words.length()));
    }
}

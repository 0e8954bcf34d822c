package pullquote.channel;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;

/** Two small articles: one with all that can be known of it and traps in its text, one with a title alone. */
public final class TeaHouseArticles {
    public static final Article TEA_HOUSE = new Article(
            "tea-house",
            new FrontMatter(
                    "A tea house <opens> & \"stays\"",
                    Optional.of(LocalDate.of(2022, 1, 31)),
                    "en",
                    Optional.empty(),
                    Optional.of("Aigerim O'Neil"),
                    Optional.of("The Steppe Post")),
            List.of(
                    "The tea house in Almaty opened on Monday, after two years of building.",
                    "Its samovar holds forty litres <script>alert(1)</script> data: and event: answer",
                    "Visitors: 12."));

    public static final Article PUBLISHED_ELSEWHERE = new Article(
            "elsewhere",
            new FrontMatter(
                    "Чай",
                    Optional.empty(),
                    "ru",
                    Optional.of(URI.create("https://post.example/tea?x=1#top")),
                    Optional.empty(),
                    Optional.empty()),
            List.of("Министр выпил чашку чая и уехал."));

    public static final Library LIBRARY = new Library(List.of(TEA_HOUSE, PUBLISHED_ELSEWHERE));

    private TeaHouseArticles() {}
}

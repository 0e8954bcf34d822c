package pullquote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.article.Paragraph;

/** The cast of our tests: a tea house, a bridge, and a market in Russian. All of it is made up. */
public final class SampleArticles {
    /** Has all that front matter can hold, and a quotation of two sentences in paragraph 3. */
    public static final Article TEA = new Article(
            "tea",
            new FrontMatter(
                    "A tea house opens on Abay Street",
                    Optional.of(LocalDate.of(2021, 3, 5)),
                    "en",
                    Optional.of(URI.create("https://news.example/tea")),
                    Optional.of("Dana Omarova"),
                    Optional.of("The Almaty Courier")),
            List.of(
                    "ALMATY – A tea house with forty seats opened on Abay Street on March 1.",
                    "It serves black tea with milk for 400 tenge and green tea for 350 tenge. Cakes come from a bakery"
                            + " next door.",
                    "“We wanted a place without music. People should hear each other,” said Aigul Serik, its owner.",
                    "Mrs. Serik worked as a teacher for twenty years. She learned about tea from her grandmother in"
                            + " Turkistan.",
                    "The house is open from 9 a.m. to 8 p.m. every day except Monday."));

    /** Dated, of an unknown author; names one street with {@link #TEA}. */
    public static final Article BRIDGE = new Article(
            "bridge",
            new FrontMatter(
                    "The old river bridge is closed for repairs",
                    Optional.of(LocalDate.of(2022, 6, 17)),
                    "en",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            List.of(
                    "The bridge over the Esentai river was closed on Friday after engineers found cracks in two pillars.",
                    "Repairs will take four months and cost 90 million tenge, the city said.",
                    "Buses 12 and 37 will run along Abay Street until the bridge opens again.",
                    "Nobody was hurt. The bridge was built in 1962."));

    /** In Russian and without a date. */
    public static final Article MARKET = new Article(
            "market",
            new FrontMatter(
                    "Зелёный базар откроется раньше",
                    Optional.empty(),
                    "ru",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            List.of(
                    "С понедельника Зелёный базар будет открываться в семь часов утра.",
                    "«Фермеры просили об этом давно. Теперь они успеют до жары», – сказал директор рынка А. К. Ахметов."));

    public static final List<Article> ARTICLES = List.of(BRIDGE, MARKET, TEA);

    public static final Library LIBRARY = new Library(ARTICLES);

    private SampleArticles() {}

    /** Writes each article of the cast as a file such as {@code tea.md}; reading the folder gives {@link #LIBRARY}. */
    public static void writeTo(Path folder) {
        ARTICLES.forEach(article -> write(article, folder));
    }

    public static void write(Article article, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(article.id() + ".md"), text(article));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Article article) {
        FrontMatter about = article.frontMatter();
        return "---\ntitle: " + about.title() + "\nlanguage: " + about.language() + "\n"
                + about.date().map(date -> "date: " + date + "\n").orElse("")
                + about.url().map(url -> "url: " + url + "\n").orElse("")
                + about.author().map(author -> "author: " + author + "\n").orElse("")
                + about.source().map(source -> "source: " + source + "\n").orElse("")
                + "---\n\n"
                + article.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining("\n\n"))
                + "\n";
    }
}

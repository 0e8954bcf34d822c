package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests articles without front matter. */
class ArticleFileTest {
    @TempDir
    Path parent;

    KnowledgeFolders shelves;

    @BeforeEach
    void createFolder() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @Test
    void firstSentenceBecomesTitle() throws IOException {
        shelves.with("tea.txt", "Tea is good. Milk is better.\n\nMore.");

        assertThat(title()).isEqualTo("Tea is good.");
        assertThat(shelves.paragraphs("tea")).containsExactly("Tea is good. Milk is better.", "More.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tea is good, and it was served at noon.       | en
            Чайная в Алматы открылась в понедельник.      | ru
            Шайхана туралы қала әкімі айтты.              | kk
            Çay evi pazartesi günü açıldı ve çok güzel.   | tr
            Tea!                                          | en
            """)
    void detectsLanguageIfNotSet(String text, String language) throws IOException {
        shelves.with("tea.txt", text);
        shelves.with("coffee.md", "---\ntitle: Coffee\n---\n\n" + text + " – 1.");
        shelves.with("milk.md", "---\ntitle: Milk\nlanguage: fr\n---\n\n" + text + " – 2.");

        assertThat(shelves.article("tea").frontMatter().language()).isEqualTo(language);
        assertThat(shelves.article("coffee").frontMatter().language()).isEqualTo(language);
        assertThat(shelves.article("milk").frontMatter().language()).isEqualTo("fr");
    }

    @Test
    void shortensLongTitlesAtWordEnd() throws IOException {
        shelves.with("tea.txt", "one two three four five ".repeat(10));

        assertThat(title())
                .isEqualTo("one two three four five one two three four five one two three four five one two…");
    }

    @Test
    void cutsLongWordsBetweenCharacters() throws IOException {
        shelves.with("tea.txt", "x" + "🍵".repeat(100));

        assertThat(title()).isEqualTo("x" + "🍵".repeat(39) + "…");
    }

    @Test
    void firstMarkdownHeadingBecomesTitle() throws IOException {
        shelves.with("tea.md", "date 2022-01-31\n\nA lead.\n\n## About *tea*\n\nTea.\n\n# More\n\nMilk.");

        assertThat(title()).isEqualTo("About tea");
        assertThat(shelves.paragraphs("tea")).containsExactly("A lead.", "Tea.", "Milk.");
        assertThat(shelves.article("tea").frontMatter().date()).contains(LocalDate.of(2022, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " date 2022-01-31 NUR-SULTAN – It began.",
                "date 2022-01-31\nNUR-SULTAN – It began.",
                "\n\nDate: 2022-01-31.\n\nNUR-SULTAN – It began."
            })
    void leadingDateIsNotPartOfText(String text) throws IOException {
        shelves.with("tea.txt", text);

        assertThat(shelves.article("tea").frontMatter().date()).contains(LocalDate.of(2022, 1, 31));
        assertThat(shelves.paragraphs("tea")).containsExactly("NUR-SULTAN – It began.");
        assertThat(shelves.faults()).isEmpty();
    }

    @ParameterizedTest // K07
    @ValueSource(strings = {"2022-02-30", "31.01.2022", "1/31/22", "31 January 2022", "January 31, 2022"})
    void reportsAndRemovesInvalidLeadingDate(String date) throws IOException {
        shelves.with("tea.txt", "\ndate " + date + " It began.");

        assertThat(shelves.article("tea").frontMatter().date()).isEmpty();
        assertThat(shelves.paragraphs("tea")).containsExactly("It began.");
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.txt, line 2: date \"" + date
                        + "\" is not a valid date. Write it as YYYY-MM-DD.");
    }

    @ParameterizedTest // K07
    @ValueSource(
            strings = {"Date palms grow here.", "date 1990 wines", "Dates 2022-01-31 and later.", "2022-01-31 It was."})
    void otherBeginningsAreText(String text) throws IOException {
        shelves.with("tea.txt", text);

        assertThat(shelves.article("tea").frontMatter().date()).isEmpty();
        assertThat(shelves.paragraphs("tea")).containsExactly(text);
        assertThat(shelves.faults()).isEmpty();
    }

    @ParameterizedTest // K09
    @CsvSource({
        "tea.md, tea",
        "The TEA_House (2).txt, the-tea-house-2",
        "Café Zoë.md, cafe-zoe",
        "v1.2.txt, v1-2",
        "'../../etc/passwd.txt', etc-passwd",
        "'<img src=x>.md', img-src-x",
        "чай.md, article-7ce1859e",
        "чай-1.md, 1-4b56504f",
        "мост-1.md, 1-2128fa58",
        "'---.md', article-cb3f91d5",
    })
    void derivesIdFromFileName(String fileName, String id) {
        assertThat(ArticleId.fromFileName(fileName)).isEqualTo(id);
    }

    private String title() {
        return shelves.article("tea").frontMatter().title();
    }
}

package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @TempDir
    Path parent;

    KnowledgeFolders shelves;

    @BeforeEach
    void createFolder() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @Test
    void readsAllFields() throws IOException {
        tea(
                "title: \"Tea: a story\"",
                "date: 2021-03-05",
                "language: kk",
                "url: https://news.example/tea",
                "author: Dana",
                "source: Courier",
                "mood: [good, [very]]",
                "tags: {a: b}");

        assertThat(shelves.faults()).isEmpty();
        assertThat(about())
                .isEqualTo(new FrontMatter(
                        "Tea: a story",
                        Optional.of(LocalDate.of(2021, 3, 5)),
                        "kk",
                        Optional.of(URI.create("https://news.example/tea")),
                        Optional.of("Dana"),
                        Optional.of("Courier")));
        assertThat(shelves.paragraphs("tea")).containsExactly("Tea is good.");
    }

    @Test
    void requiresOnlyTitle() throws IOException {
        tea("title: Tea", "date:", "author: ~", "url: null");

        assertThat(shelves.faults()).isEmpty();
        assertThat(about()).isEqualTo(FrontMatter.ofTitle("Tea"));
    }

    @Test
    void supportsPlainTextFiles() throws IOException {
        shelves.with("tea.txt", "---\ntitle: Tea\n---\ndate 2022-01-31 stays *here*.");

        assertThat(about().title()).isEqualTo("Tea");
        assertThat(shelves.paragraphs("tea")).containsExactly("date 2022-01-31 stays *here*.");
    }

    @Test
    void rejectsMissingTitle() throws IOException {
        tea("date: 2021-03-05");

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 1: the front matter has no title. Add a line \"title: …\".");
    }

    @ParameterizedTest // K07
    @ValueSource(strings = {"2022-02-30", "31.01.2022", "2022-1-31", "+2022-01-31", "2022-01-31T10:00:00Z", "soon"})
    void reportsAndIgnoresInvalidDate(String date) throws IOException {
        tea("title: Tea", "date: " + date);

        assertThat(about().date()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/tea.md, line 3: date \"" + date + "\" is not a valid date. Write it as YYYY-MM-DD.");
    }

    @ParameterizedTest // K07
    @ValueSource(strings = {"9999-01-01", "1599-12-31", "0001-01-01"})
    void limitsYearOfPublication(String date) throws IOException {
        tea("title: Tea", "date: " + date);

        assertThat(about().date()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: date \"" + date
                        + "\" is not a valid publication date. Write a year from 1600 to "
                        + (Year.now(ZoneOffset.UTC).getValue() + 1) + ".");
    }

    @Test // K05
    void lastOfTwoDatesWins() throws IOException {
        tea("title: Tea", "date: 2021-03-05", "date: 2021-03-06");

        assertThat(about().date()).contains(LocalDate.of(2021, 3, 6));
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/tea.md, line 4: date is set twice; this value is used. Delete one of the two.");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "RU, ru", "kaz, kaz", "en-GB, en", "no, no"})
    void acceptsLanguageCodes(String written, String language) throws IOException {
        tea("title: Tea", "language: " + written);

        assertThat(about().language()).isEqualTo(language);
        assertThat(shelves.faults()).isEmpty();
    }

    @Test
    void unknownLanguageFallsBackToEnglish() throws IOException {
        tea("title: Tea", "language: English");

        assertThat(about().language()).isEqualTo("en");
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: language \"English\" is not a valid language code; en is"
                        + " used. Write two or three letters, for example en.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "news.example/tea", "file:///etc/passwd", "https:", "https://a b"})
    void acceptsOnlyWebAddresses(String url) throws IOException {
        tea("title: Tea", "url: \"" + url + "\"");

        assertThat(about().url()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: url \"" + url
                        + "\" is not a valid web address. Write one that starts with https:// or http://.");
    }

    @Test
    void reportsLineOfSyntaxError() throws IOException {
        tea("title: Tea", "author: Dana: a story");

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: the front matter cannot be read: mapping values are not"
                        + " allowed here. Write each line as key: \"value\" and add a line --- after the last.");
    }

    @Test
    void requiresKeysAndValues() throws IOException {
        tea("just words");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 2: the front matter cannot be read: this is not a list of keys"
                        + " and values. Write each line as key: \"value\" and add a line --- after the last.");
    }

    @Test
    void requiresPlainTextTitle() throws IOException {
        tea("title: [Tea, Milk]");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 2: the front matter cannot be read: title must be plain text."
                        + " Write each line as key: \"value\" and add a line --- after the last.");
    }

    @Test
    void requiresClosingLine() throws IOException {
        shelves.with("tea.md", "---\ntitle: Tea\n\nTea is good.");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 1: the front matter that starts here is not closed. Add a line"
                        + " --- after it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{a: ", "- ", "&a [*a, ", "? ", "\"\\", "%YAML 9.9\n", "!!", "\t", "*a", "|", "a: b\n..."})
    void reportsAnyMalformedYaml(String yaml) throws IOException {
        shelves.with("deep.md", "---\n" + yaml.repeat(9_000 / yaml.length()) + "\n---\nText.")
                .with("odd.md", "---\n" + yaml + "\n---\nText.")
                .with("z.txt", "Others are read.");

        assertThat(shelves.ids()).containsExactly("z");
        assertThat(shelves.faults()).hasSize(2).noneMatch(issue -> issue.contains("Pullquote developers"));
    }

    private FrontMatter about() {
        return shelves.article("tea").frontMatter();
    }

    private void tea(String... lines) throws IOException {
        shelves.with("tea.md", "---\n" + String.join("\n", lines) + "\n---\n\nTea is good.\n");
    }
}

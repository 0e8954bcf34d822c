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
    void makeShelves() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @Test
    void tellsWhatIsKnownOfAnArticle() throws IOException {
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
    void needsATitleOnly() throws IOException {
        tea("title: Tea", "date:", "author: ~", "url: null");

        assertThat(shelves.faults()).isEmpty();
        assertThat(about()).isEqualTo(FrontMatter.ofTitle("Tea"));
    }

    @Test
    void worksInPlainTextToo() throws IOException {
        shelves.with("tea.txt", "---\ntitle: Tea\n---\ndate 2022-01-31 stays *here*.");

        assertThat(about().title()).isEqualTo("Tea");
        assertThat(shelves.paragraphs("tea")).containsExactly("date 2022-01-31 stays *here*.");
    }

    @Test
    void isNothingWithoutATitle() throws IOException {
        tea("date: 2021-03-05");

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 1: the front matter has no title. Write a line \"title: …\" in"
                        + " it.");
    }

    @ParameterizedTest // K07
    @ValueSource(strings = {"2022-02-30", "31.01.2022", "2022-1-31", "+2022-01-31", "2022-01-31T10:00:00Z", "soon"})
    void aDateThatIsNoneIsReportedAndLeftOut(String date) throws IOException {
        tea("title: Tea", "date: " + date);

        assertThat(about().date()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: date \"" + date + "\" is no date. Write it as YYYY-MM-DD.");
    }

    @ParameterizedTest // K07
    @ValueSource(strings = {"9999-01-01", "1599-12-31", "0001-01-01"})
    void aDateIsOfThePress(String date) throws IOException {
        tea("title: Tea", "date: " + date);

        assertThat(about().date()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: date \"" + date
                        + "\" is no date of publication. Write a year from 1600 to "
                        + (Year.now(ZoneOffset.UTC).getValue() + 1) + ".");
    }

    @Test // K05
    void ofTwoDatesTheLastCounts() throws IOException {
        tea("title: Tea", "date: 2021-03-05", "date: 2021-03-06");

        assertThat(about().date()).contains(LocalDate.of(2021, 3, 6));
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 4: date is given twice; this one counts. Keep one of them.");
    }

    @ParameterizedTest
    @CsvSource({"en, en", "RU, ru", "kaz, kaz", "en-GB, en", "no, no"})
    void knowsLanguagesByTheirCodes(String written, String language) throws IOException {
        tea("title: Tea", "language: " + written);

        assertThat(about().language()).isEqualTo(language);
        assertThat(shelves.faults()).isEmpty();
    }

    @Test
    void takesOtherLanguagesForEnglish() throws IOException {
        tea("title: Tea", "language: English");

        assertThat(about().language()).isEqualTo("en");
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: language \"English\" is no language code; taken for en."
                        + " Write two or three letters, such as en.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "news.example/tea", "file:///etc/passwd", "https:", "https://a b"})
    void linksToTheWebOnly(String url) throws IOException {
        tea("title: Tea", "url: \"" + url + "\"");

        assertThat(about().url()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: url \"" + url
                        + "\" is no web address. Write one that begins with https:// or http://.");
    }

    @Test
    void saysWhereItCannotBeRead() throws IOException {
        tea("title: Tea", "author: Dana: a story");

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 3: the front matter cannot be read: mapping values are not"
                        + " allowed here. Write each line as key: \"value\", and --- behind the last.");
    }

    @Test
    void isAListOfKeysAndValues() throws IOException {
        tea("just words");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 2: the front matter cannot be read: this is no list of keys"
                        + " and values. Write each line as key: \"value\", and --- behind the last.");
    }

    @Test
    void aTitleIsPlainText() throws IOException {
        tea("title: [Tea, Milk]");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 2: the front matter cannot be read: title is no plain text."
                        + " Write each line as key: \"value\", and --- behind the last.");
    }

    @Test
    void hasAnEnd() throws IOException {
        shelves.with("tea.md", "---\ntitle: Tea\n\nTea is good.");

        assertThat(shelves.faults())
                .containsExactly("knowledge/tea.md, line 1: the front matter that begins here has no end. Write a line"
                        + " --- behind it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{a: ", "- ", "&a [*a, ", "? ", "\"\\", "%YAML 9.9\n", "!!", "\t", "*a", "|", "a: b\n..."})
    void nothingInItStopsTheServer(String yaml) throws IOException {
        shelves.with("deep.md", "---\n" + yaml.repeat(9_000 / yaml.length()) + "\n---\nText.")
                .with("odd.md", "---\n" + yaml + "\n---\nText.")
                .with("z.txt", "Others are read.");

        assertThat(shelves.ids()).containsExactly("z");
        assertThat(shelves.faults()).hasSize(2).noneMatch(fault -> fault.contains("makers of Pullquote"));
    }

    private FrontMatter about() {
        return shelves.article("tea").frontMatter();
    }

    private void tea(String... lines) throws IOException {
        shelves.with("tea.md", "---\n" + String.join("\n", lines) + "\n---\n\nTea is good.\n");
    }
}

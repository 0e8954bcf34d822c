package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileReaderTest {
    @TempDir
    Path parent;

    KnowledgeFolders shelves;

    @BeforeEach
    void createFolder() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @ParameterizedTest // K01
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void acceptsAllLineEnds(String end) throws IOException {
        for (String file : new String[] {"a.txt", "a.md"}) {
            shelves.with(
                    file, String.join(end, "", " \t", "One", "and on.", " \u00A0 ", "\t", "Two.", "", "", "Three."));

            assertThat(shelves.paragraphs("a")).containsExactly("One and on.", "Two.", "Three.");
        }
    }

    @Test // K01
    void ignoresByteOrderMark() throws IOException {
        shelves.with("tea.txt", "\uFEFFdate 2022-01-31 Tea.");

        assertThat(shelves.paragraphs("tea")).containsExactly("Tea.");
        assertThat(shelves.article("tea").frontMatter().date()).hasToString("Optional[2022-01-31]");
    }

    @Test // K01
    void rejectsTextThatIsNotUtf8() throws IOException {
        shelves.with("tea.txt", "One.\r\n\r\nCaf\u00E9.".getBytes(StandardCharsets.ISO_8859_1))
                .with("cut.txt", new byte[] {'a', '\r', (byte) 0xE2, (byte) 0x80});

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/cut.txt, line 2: this is not UTF-8. Save the article as plain text in UTF-8.",
                        "knowledge/tea.txt, line 3: this is not UTF-8. Save the article as plain text in UTF-8.");
    }

    @Test // K01
    void rejectsUtf16WithAndWithoutByteOrderMark() throws IOException {
        shelves.with("marked.txt", "Tea.".getBytes(StandardCharsets.UTF_16))
                .with("plain.txt", "Tea.".getBytes(StandardCharsets.UTF_16LE));

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/marked.txt, line 1: this is UTF-16. Save the article as plain text in UTF-8.",
                        "knowledge/plain.txt, line 1: invalid character U+0000. Save the article as plain text in UTF-8.");
    }

    @Test // K02
    void rejectsBinaryFilesWithTextExtension() throws IOException {
        shelves.with("photo.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .with("tool.txt", "line\n\u007FELF\u0002");

        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/photo.txt, line 1: this is not UTF-8. Save the article as plain text in UTF-8.",
                        "knowledge/tool.txt, line 2: invalid character U+007F. Save the article as plain text in UTF-8.");
    }

    @ParameterizedTest // K02
    @ValueSource(strings = {"", "\uFEFF", " \n\n", "date 2022-01-31", "---\ntitle: Tea\n---\n", "* * *", "# Tea"})
    void rejectsArticlesWithoutText(String text) throws IOException {
        shelves.with("tea.md", text).with("z.txt", "Others are read.");

        assertThat(shelves.ids()).containsExactly("z");
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/tea.md: the article has no text. Write at least one paragraph or delete the file.");
    }

    @Test // K03
    void limitsParagraphLength() throws IOException {
        shelves.with("long.txt", "One.\n\n" + "word ".repeat(10_001)).with("fits.md", "word ".repeat(9_999));

        assertThat(shelves.ids()).containsExactly("fits");
        assertThat(shelves.faults())
                .containsExactly("knowledge/long.txt, line 3: this paragraph is longer than 50,000 characters. Split it"
                        + " with blank lines.");
    }

    @Test // K03
    void treatsManyBlankLinesAsOneBreak() throws IOException {
        shelves.with("gap.md", "One." + "\n".repeat(1_000_000) + "Two.");

        assertThat(shelves.paragraphs("gap")).containsExactly("One.", "Two.");
    }
}

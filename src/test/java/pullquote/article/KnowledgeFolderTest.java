package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.SampleArticles;

class KnowledgeFolderTest {
    @TempDir
    Path parent;

    KnowledgeFolders shelves;

    @BeforeEach
    void createFolder() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @Test
    void loadsAllArticles() {
        SampleArticles.writeTo(shelves.folder);

        KnowledgeFolder.Loaded loaded = KnowledgeFolder.load(shelves.folder);

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.library().articles()).hasSameSizeAs(SampleArticles.ARTICLES);
        for (Article expected : SampleArticles.ARTICLES) {
            Article actual = loaded.library().article(expected.id()).orElseThrow();
            assertThat(actual.frontMatter()).isEqualTo(expected.frontMatter());
            assertThat(actual.paragraphs()).isEqualTo(expected.paragraphs());
            assertThat(actual.version()).isEqualTo(expected.version());
        }
    }

    @Test
    void loadsFilesInNameOrder() throws IOException {
        shelves.with("c.txt", "Third.").with("a.txt", "First.").with("b.md", "Second.");

        assertThat(shelves.ids()).containsExactly("a", "b", "c");
    }

    @Test
    void ignoresHiddenAndOtherYamlFiles() throws IOException {
        shelves.with(".tea.md.swp", "x").with(".tea.questions.yml", "- q").with("settings.yml", "");
        Files.createDirectory(shelves.folder.resolve(".git"));

        assertThat(shelves.faults()).isEmpty();
        assertThat(shelves.ids()).isEmpty();
    }

    @Test
    void reportsFoldersAndUnsupportedFiles() throws IOException {
        shelves.with("photo.jpg", "x").with("tea.txt", "Tea.");
        Files.createDirectory(shelves.folder.resolve("old"));

        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/old: subfolders are not read. Move its articles to knowledge.",
                        "knowledge/photo.jpg: articles must be .md or .txt files. Rename this file or move it elsewhere.");
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test // K11
    void missingFolderGivesEmptyLibrary() {
        KnowledgeFolder.Loaded loaded = KnowledgeFolder.load(Path.of("no", "such"));

        assertThat(loaded.library().isEmpty()).isTrue();
        assertThat(loaded.issues())
                .containsExactly(new LoadIssue(
                        Path.of("no", "such").toString(),
                        0,
                        "the folder does not exist. Set KNOWLEDGE_DIR to the folder with the articles.",
                        false));
    }

    @Test // K11
    void emptyFolderGivesEmptyLibrary() {
        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults()).isEmpty();
    }

    @Test // K04
    void reportsSymbolicLinksWithoutFollowingThem() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.txt"), "TOP SECRET");
        Files.createSymbolicLink(shelves.folder.resolve("link.txt"), secret);
        Files.createSymbolicLink(shelves.folder.resolve("loop.txt"), shelves.folder.resolve("loop.txt"));
        Files.createSymbolicLink(shelves.folder.resolve("up"), parent);

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/link.txt: symbolic links are not followed. Put the file itself here.",
                        "knowledge/loop.txt: symbolic links are not followed. Put the file itself here.",
                        "knowledge/up: symbolic links are not followed. Put the file itself here.");
    }

    @Test // K04
    void doesNotBlockOnPipes() throws Exception {
        assumeTrue(mkfifo(shelves.folder.resolve("pipe.txt")), "mkfifo is not available");

        List<String> issues = assertTimeoutPreemptively(Duration.ofSeconds(5), shelves::faults);

        assertThat(issues)
                .containsExactly("knowledge/pipe.txt: this is a device or a pipe. Replace it with a regular file.");
    }

    @Test // K03
    void skipsHugeFileWithoutReadingIt() throws IOException {
        try (var file = new RandomAccessFile(shelves.folder.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        shelves.with("tea.txt", "Tea.");

        assertThat(shelves.faults())
                .containsExactly("knowledge/huge.txt: the file is larger than 2 MiB. Split it into several articles.");
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test // K05
    void laterFileWinsIfIdsAreEqual() throws IOException {
        shelves.with("Tea.txt", "Old.").with("tea.md", "# Tea\n\nNew.");

        assertThat(shelves.paragraphs("tea")).containsExactly("New.");
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/Tea.txt: same id \"tea\" as \"tea.md\"; only that one is used. Rename one of"
                                + " the two.");
    }

    @Test // K05
    void laterFileWinsIfTextsAreEqual() throws IOException {
        shelves.with("a.txt", "date 2021-01-01 One text.").with("b.txt", "date 2022-01-01 One\ntext.");

        assertThat(shelves.ids()).containsExactly("b");
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/a.txt: duplicate of \"b.txt\"; only that one is used. Delete one of the two.");
    }

    @Test // K09
    void escapesUnsafeFileNames() throws IOException {
        shelves.with("<img src=x>\n\u001B[2J.doc", "x").with("a\nb <img>.txt", "Text.");

        assertThat(shelves.ids()).containsExactly("a-b-img");
        assertThat(shelves.faults())
                .containsExactly("knowledge/\\u003Cimg src=x\\u003E\\n\\u001B[2J.doc: articles must be .md or .txt"
                        + " files. Rename this file or move it elsewhere.");
    }

    @Test
    void issueTellsIfFileWasSkipped() throws IOException {
        shelves.with("empty.txt", "").with("tea.txt", "date 2022-02-30 Tea.");

        assertThat(KnowledgeFolder.load(shelves.folder).issues())
                .extracting(LoadIssue::file, LoadIssue::line, LoadIssue::skipped)
                .containsExactly(tuple("knowledge/empty.txt", 0, true), tuple("knowledge/tea.txt", 1, false));
    }

    private static boolean mkfifo(Path path) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

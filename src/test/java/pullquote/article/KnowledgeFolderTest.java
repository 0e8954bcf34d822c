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
    void makeShelves() throws IOException {
        shelves = new KnowledgeFolders(parent);
    }

    @Test
    void readsWhatWasWritten() {
        SampleArticles.writeTo(shelves.folder);

        KnowledgeFolder.Loaded loaded = KnowledgeFolder.load(shelves.folder);

        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.library().articles()).hasSameSizeAs(SampleArticles.ARTICLES);
        for (Article written : SampleArticles.ARTICLES) {
            Article read = loaded.library().article(written.id()).orElseThrow();
            assertThat(read.frontMatter()).isEqualTo(written.frontMatter());
            assertThat(read.paragraphs()).isEqualTo(written.paragraphs());
            assertThat(read.version()).isEqualTo(written.version());
        }
    }

    @Test
    void readsInTheOrderOfNames() throws IOException {
        shelves.with("c.txt", "Third.").with("a.txt", "First.").with("b.md", "Second.");

        assertThat(shelves.ids()).containsExactly("a", "b", "c");
    }

    @Test
    void leavesAloneWhatIsForOthers() throws IOException {
        shelves.with(".tea.md.swp", "x").with(".tea.questions.yml", "- q").with("settings.yml", "");
        Files.createDirectory(shelves.folder.resolve(".git"));

        assertThat(shelves.faults()).isEmpty();
        assertThat(shelves.ids()).isEmpty();
    }

    @Test
    void reportsWhatIsNoArticle() throws IOException {
        shelves.with("photo.jpg", "x").with("tea.txt", "Tea.");
        Files.createDirectory(shelves.folder.resolve("old"));

        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/old: folders in here are not read. Move its articles up into knowledge.",
                        "knowledge/photo.jpg: articles are .md or .txt files. Rename it, or keep it elsewhere.");
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test // K11
    void aMissingFolderIsAnEmptyLibrary() {
        KnowledgeFolder.Loaded loaded = KnowledgeFolder.load(Path.of("no", "such"));

        assertThat(loaded.library().isEmpty()).isTrue();
        assertThat(loaded.issues())
                .containsExactly(new LoadIssue(
                        Path.of("no", "such").toString(),
                        0,
                        "there is no such folder. Set KNOWLEDGE_DIR to the folder with the articles.",
                        false));
    }

    @Test // K11
    void anEmptyFolderIsAnEmptyLibrary() {
        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults()).isEmpty();
    }

    @Test // K04
    void linksArePointedOutAndNotFollowed() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.txt"), "TOP SECRET");
        Files.createSymbolicLink(shelves.folder.resolve("link.txt"), secret);
        Files.createSymbolicLink(shelves.folder.resolve("loop.txt"), shelves.folder.resolve("loop.txt"));
        Files.createSymbolicLink(shelves.folder.resolve("up"), parent);

        assertThat(shelves.ids()).isEmpty();
        assertThat(shelves.faults())
                .containsExactly(
                        "knowledge/link.txt: links are not followed. Put the file itself here.",
                        "knowledge/loop.txt: links are not followed. Put the file itself here.",
                        "knowledge/up: links are not followed. Put the file itself here.");
    }

    @Test // K04
    void nobodyWaitsForAPipe() throws Exception {
        assumeTrue(mkfifo(shelves.folder.resolve("pipe.txt")), "this system makes no pipes");

        List<String> faults = assertTimeoutPreemptively(Duration.ofSeconds(5), shelves::faults);

        assertThat(faults)
                .containsExactly("knowledge/pipe.txt: this is a device or a pipe, not a file. Put a file here.");
    }

    @Test // K03
    void aFileOfHundredMegabytesIsNotEvenOpened() throws IOException {
        try (var file = new RandomAccessFile(shelves.folder.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        shelves.with("tea.txt", "Tea.");

        assertThat(shelves.faults())
                .containsExactly("knowledge/huge.txt: it is larger than 2 MiB. Make several articles of it.");
        assertThat(shelves.ids()).containsExactly("tea");
    }

    @Test // K05
    void ofTwoFilesWithOneIdTheLaterCounts() throws IOException {
        shelves.with("Tea.txt", "Old.").with("tea.md", "# Tea\n\nNew.");

        assertThat(shelves.paragraphs("tea")).containsExactly("New.");
        assertThat(shelves.faults())
                .containsExactly("knowledge/Tea.txt: its id \"tea\" is that of \"tea.md\" too, which counts as it comes"
                        + " later. Rename one of them.");
    }

    @Test // K05
    void ofTwoFilesWithOneTextTheLaterCounts() throws IOException {
        shelves.with("a.txt", "date 2021-01-01 One text.").with("b.txt", "date 2022-01-01 One\ntext.");

        assertThat(shelves.ids()).containsExactly("b");
        assertThat(shelves.faults())
                .containsExactly("knowledge/a.txt: its text is that of \"b.txt\" too, which counts as it comes later."
                        + " Delete one of them.");
    }

    @Test // K09
    void aWickedNameHarmsNobody() throws IOException {
        shelves.with("<img src=x>\n\u001B[2J.doc", "x").with("a\nb <img>.txt", "Text.");

        assertThat(shelves.ids()).containsExactly("a-b-img");
        assertThat(shelves.faults())
                .containsExactly("knowledge/\\u003Cimg src=x\\u003E\\n\\u001B[2J.doc: articles are .md or .txt files."
                        + " Rename it, or keep it elsewhere.");
    }

    @Test
    void aFaultSaysWhetherTheArticleIsMissing() throws IOException {
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

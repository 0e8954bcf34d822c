package pullquote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the knowledge folder contains the seed article verbatim. */
class SeedArticleTest {
    private static final Path GIVEN = Path.of("..", "shared", "data", "seed", "article.txt");

    private final KnowledgeFolder.Loaded loaded = KnowledgeFolder.load(Path.of("knowledge"));
    private final Article article =
            loaded.library().article("tokayev-interview-january-2022").orElseThrow();

    @Test
    void knowledgeFolderHasNoIssues() {
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void containsAllParagraphs() {
        assertThat(article.paragraphs()).hasSize(15);
        assertThat(article.paragraphs().get(0).text())
                .startsWith("NUR-SULTAN – President Kassym-Jomart Tokayev reconfirmed")
                .endsWith("on Jan. 29.");
        assertThat(article.paragraphs().get(14).text())
                .startsWith("Tokayev noted that the mission")
                .endsWith("of the state and people are above all.”");
        assertThat(article.version()).isEqualTo("6457e91c727b1dee");
    }

    @Test
    void frontMatterContainsOnlyKnownFacts() {
        assertThat(article.frontMatter())
                .isEqualTo(new FrontMatter(
                        "Tokayev speaks about the January unrest in an interview with Khabar 24",
                        Optional.of(LocalDate.of(2022, 1, 31)),
                        "en",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void equalsSeedFile() throws IOException {
        assumeTrue(Files.exists(GIVEN), "the seed file is not on this machine");
        String text = Files.readString(GIVEN).strip().replaceFirst("^date 2022-01-31 ", "");
        List<String> given = Arrays.asList(Pattern.compile("\n\n").split(text));

        assertThat(article.paragraphs()).extracting(Paragraph::text).isEqualTo(given);
    }

    @Test
    void seedFileLoadsWithoutFrontMatter() throws IOException {
        assumeTrue(Files.exists(GIVEN), "the seed file is not on this machine");

        Article given = KnowledgeFolder.load(GIVEN.getParent())
                .library()
                .article("article")
                .orElseThrow();

        assertThat(given.version()).isEqualTo(article.version());
        assertThat(given.frontMatter().date()).isEqualTo(article.frontMatter().date());
        assertThat(given.frontMatter().title())
                .isEqualTo("NUR-SULTAN – President Kassym-Jomart Tokayev reconfirmed that the violent…");
    }
}

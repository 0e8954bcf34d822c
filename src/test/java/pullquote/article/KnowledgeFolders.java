package pullquote.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Creates a knowledge folder for tests, adds files to it and loads it. */
final class KnowledgeFolders {
    final Path folder;

    KnowledgeFolders(Path parent) throws IOException {
        folder = Files.createDirectories(parent.resolve("knowledge"));
    }

    KnowledgeFolders with(String fileName, String text) throws IOException {
        return with(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    KnowledgeFolders with(String fileName, byte[] bytes) throws IOException {
        Files.write(folder.resolve(fileName), bytes);
        return this;
    }

    Article article(String id) {
        return KnowledgeFolder.load(folder).library().article(id).orElseThrow();
    }

    List<String> paragraphs(String id) {
        return article(id).paragraphs().stream().map(Paragraph::text).toList();
    }

    List<String> ids() {
        return KnowledgeFolder.load(folder).library().articles().stream()
                .map(Article::id)
                .toList();
    }

    /** Returns the load issues as shown to operators. */
    List<String> faults() {
        return KnowledgeFolder.load(folder).issues().stream()
                .map(LoadIssue::toString)
                .toList();
    }
}

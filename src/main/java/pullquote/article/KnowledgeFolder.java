package pullquote.article;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pullquote.article.IssueCollector.SkippedFileException;

/** Loads a folder with one article per file. Files that cannot be read are reported and skipped. */
public final class KnowledgeFolder {
    /** Contains the loaded articles and the issues found, both in the order of file names. */
    public record Loaded(Library library, List<LoadIssue> issues) {
        public Loaded {
            issues = List.copyOf(issues);
        }
    }

    private final String name;
    private final Path folder;
    private final List<LoadIssue> issues = new ArrayList<>();

    private KnowledgeFolder(Path folder) {
        this.folder = folder;
        Path last = folder.toAbsolutePath().normalize().getFileName();
        this.name = last == null ? folder.toString() : last.toString();
    }

    /** Loads the articles. Never throws: a missing folder or an unreadable file is reported as an issue. */
    public static Loaded load(Path folder) {
        return new KnowledgeFolder(folder).load();
    }

    private Loaded load() {
        var registry = new ArticleRegistry();
        List<Path> files = files();
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            var fileIssues = new IssueCollector(name + "/" + fileName, issues);
            article(file, fileName, fileIssues).ifPresent(article -> registry.add(article, fileName, fileIssues));
        }
        var articles = new Library(registry.articles());
        var questions = new HashMap<String, List<CuratedQuestion>>();
        for (Path file : files) {
            if (QuestionFile.isQuestionFile(file)) {
                var loaded = QuestionFile.load(file, name + "/" + file.getFileName(), articles);
                questions.put(loaded.articleId(), loaded.questions());
                issues.addAll(loaded.issues());
            }
        }
        issues.sort(Comparator.comparing(
                LoadIssue::file)); // a replaced file gets its issue only when the later file is read
        return new Loaded(new Library(articles.articles(), questions), issues);
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            String problem = Files.isDirectory(folder) ? "the folder cannot be read" : "the folder does not exist";
            issues.add(new LoadIssue(
                    folder.toString(), 0, problem + ". Set KNOWLEDGE_DIR to the folder with the articles.", false));
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private Optional<Article> article(Path file, String fileName, IssueCollector fileIssues) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (fileName.startsWith(".") || lower.endsWith(".yml")) {
            // Hidden files belong to editors and version control. Question files are read after all articles.
            return Optional.empty();
        }
        try {
            // Reads attributes only: opening a pipe would block.
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                fileIssues.skip("symbolic links are not followed. Put the file itself here.");
            } else if (attributes.isDirectory()) {
                fileIssues.skip("subfolders are not read. Move its articles to " + name + ".");
            } else if (!lower.endsWith(".md") && !lower.endsWith(".txt")) {
                fileIssues.skip("articles must be .md or .txt files. Rename this file or move it elsewhere.");
            } else if (!attributes.isRegularFile()) {
                fileIssues.skip("this is a device or a pipe. Replace it with a regular file.");
            } else {
                return Optional.of(ArticleFile.read(file, attributes.size(), fileIssues));
            }
        } catch (SkippedFileException e) {
            return Optional.empty(); // the issue is already recorded
        } catch (IOException e) {
            fileIssues.skip("the file cannot be read (" + e.getClass().getSimpleName()
                    + "). Check its permissions and restart the server.");
        } catch (RuntimeException e) {
            // A parser bug must not prevent other files from loading.
            fileIssues.skip("the file cannot be parsed (" + e.getClass().getSimpleName()
                    + "). Simplify its formatting and report this to the Pullquote developers.");
        }
        return Optional.empty();
    }
}

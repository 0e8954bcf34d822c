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

/** A folder with one article per file. What cannot be read is reported, and never keeps the rest from being read. */
public final class KnowledgeFolder {
    /** What was on the shelves, and what is wrong with it, both in the order of the files' names. */
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

    /** Reads the articles. Whatever is in the folder, or if there is none, this returns normally. */
    public static Loaded load(Path folder) {
        return new KnowledgeFolder(folder).load();
    }

    private Loaded load() {
        var shelf = new ArticleRegistry();
        List<Path> files = files();
        for (Path file : files) {
            String fileName = file.getFileName().toString();
            var itsFaults = new IssueCollector(name + "/" + fileName, issues);
            article(file, fileName, itsFaults).ifPresent(article -> shelf.add(article, fileName, itsFaults));
        }
        var articles = new Library(shelf.articles());
        var questions = new HashMap<String, List<CuratedQuestion>>();
        for (Path file : files) {
            if (QuestionFile.isQuestionFile(file)) {
                var loaded = QuestionFile.load(file, name + "/" + file.getFileName(), articles);
                questions.put(loaded.articleId(), loaded.questions());
                issues.addAll(loaded.issues());
            }
        }
        issues.sort(Comparator.comparing(LoadIssue::file)); // that of a file which a later one replaced came late
        return new Loaded(new Library(articles.articles(), questions), issues);
    }

    private List<Path> files() {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        } catch (IOException | DirectoryIteratorException e) {
            String what = Files.isDirectory(folder) ? "this folder cannot be read" : "there is no such folder";
            issues.add(new LoadIssue(
                    folder.toString(), 0, what + ". Set KNOWLEDGE_DIR to the folder with the articles.", false));
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    private Optional<Article> article(Path file, String fileName, IssueCollector itsFaults) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (fileName.startsWith(".") || lower.endsWith(".yml")) {
            return Optional.empty(); // for others: editors, version control; questions are read when all articles are
        }
        try {
            // Neither follows links nor opens anything: opening a pipe would wait for ever.
            var kind = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (kind.isSymbolicLink()) {
                itsFaults.skip("links are not followed. Put the file itself here.");
            } else if (kind.isDirectory()) {
                itsFaults.skip("folders in here are not read. Move its articles up into " + name + ".");
            } else if (!lower.endsWith(".md") && !lower.endsWith(".txt")) {
                itsFaults.skip("articles are .md or .txt files. Rename it, or keep it elsewhere.");
            } else if (!kind.isRegularFile()) {
                itsFaults.skip("this is a device or a pipe, not a file. Put a file here.");
            } else {
                return Optional.of(ArticleFile.read(file, kind.size(), itsFaults));
            }
        } catch (SkippedFileException e) {
            return Optional.empty(); // noted where it was found out
        } catch (IOException e) {
            itsFaults.skip("it cannot be read (" + e.getClass().getSimpleName()
                    + "). See that the server may read it, and start again.");
        } catch (RuntimeException e) {
            // A parser that fails for one file must not keep the others from being read.
            itsFaults.skip("it cannot be understood (" + e.getClass().getSimpleName()
                    + "). Write it more simply, and tell the makers of Pullquote.");
        }
        return Optional.empty();
    }
}

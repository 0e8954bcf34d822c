package pullquote.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pullquote.article.IssueCollector.SkippedFileException;

/** A file {@code <id>.questions.yml}: what editors would have readers ask about the article {@code <id>}. */
public final class QuestionFile {
    private static final String ENDING = ".questions.yml";

    /**
     * What was in it, and what is wrong with it; one of the two is empty.
     *
     * @param articleId the article it stands beside
     */
    public record Loaded(String articleId, List<CuratedQuestion> questions, List<LoadIssue> issues) {
        public Loaded {
            questions = List.copyOf(questions);
            issues = List.copyOf(issues);
        }
    }

    private QuestionFile() {}

    /** Whether a file of this name is one. */
    public static boolean isQuestionFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    /**
     * Reads one. Whatever is in it, this returns normally.
     *
     * @param shown the file as its owner knows it, such as {@code knowledge/tea.questions.yml}
     * @param library where its article is
     */
    public static Loaded load(Path file, String shown, Library library) {
        String fileName = file.getFileName().toString();
        String id = fileName.substring(0, fileName.length() - ENDING.length());
        var faults = new ArrayList<LoadIssue>();
        List<CuratedQuestion> questions = read(file, id, library, new IssueCollector(shown, faults));
        return new Loaded(id, questions, faults);
    }

    private static List<CuratedQuestion> read(Path file, String id, Library library, IssueCollector faults) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw faults.skipError(0, "this is no plain file. Put the file itself here.");
            }
            var questions = QuestionFileParser.read(TextFileReader.read(file, Files.size(file), faults), faults);
            int paragraphs = library.article(id)
                    .orElseThrow(() -> faults.skipError(
                            0, "there is no article " + LoadIssue.quoted(id) + ". Name this file after the article's."))
                    .paragraphs()
                    .size();
            for (CuratedQuestion question : questions) {
                if (question.paragraph().orElse(1) > paragraphs) {
                    throw faults.skipError(
                            question.line(),
                            "the article has " + paragraphs + " paragraphs, and no paragraph "
                                    + question.paragraph().orElseThrow() + ". Count again.");
                }
            }
            return questions;
        } catch (SkippedFileException e) {
            return List.of(); // noted where it was found out
        } catch (IOException e) {
            faults.skip("it cannot be read (" + e.getClass().getSimpleName()
                    + "). See that the server may read it, and start again.");
            return List.of();
        }
    }
}

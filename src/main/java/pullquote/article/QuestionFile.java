package pullquote.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pullquote.article.IssueCollector.SkippedFileException;

/** Loads a file {@code <id>.questions.yml} with questions that editors suggest for the article {@code <id>}. */
public final class QuestionFile {
    private static final String ENDING = ".questions.yml";

    /**
     * Contains the questions or the issues of a file; one of the two lists is empty.
     *
     * @param articleId the id of the article that the questions are about
     */
    public record Loaded(String articleId, List<CuratedQuestion> questions, List<LoadIssue> issues) {
        public Loaded {
            questions = List.copyOf(questions);
            issues = List.copyOf(issues);
        }
    }

    private QuestionFile() {}

    /** Returns true if the file name is that of a question file. */
    public static boolean isQuestionFile(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    /**
     * Loads a question file. Never throws: an invalid or unreadable file is reported as an issue.
     *
     * @param shown the file as shown to operators, for example {@code knowledge/tea.questions.yml}
     * @param library the library that contains the article
     */
    public static Loaded load(Path file, String shown, Library library) {
        String fileName = file.getFileName().toString();
        String id = fileName.substring(0, fileName.length() - ENDING.length());
        var issues = new ArrayList<LoadIssue>();
        List<CuratedQuestion> questions = read(file, id, library, new IssueCollector(shown, issues));
        return new Loaded(id, questions, issues);
    }

    private static List<CuratedQuestion> read(Path file, String id, Library library, IssueCollector issues) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw issues.skipError(0, "this is not a regular file. Put the file itself here.");
            }
            var questions = QuestionFileParser.read(TextFileReader.read(file, Files.size(file), issues), issues);
            int paragraphs = library.article(id)
                    .orElseThrow(() -> issues.skipError(
                            0,
                            "no article with the id " + LoadIssue.quoted(id) + ". Name this file after its article."))
                    .paragraphs()
                    .size();
            for (CuratedQuestion question : questions) {
                if (question.paragraph().orElse(1) > paragraphs) {
                    throw issues.skipError(
                            question.line(),
                            "paragraph " + question.paragraph().orElseThrow() + " does not exist; the article has "
                                    + paragraphs + (paragraphs == 1 ? " paragraph." : " paragraphs."));
                }
            }
            return questions;
        } catch (SkippedFileException e) {
            return List.of(); // the issue is already recorded
        } catch (IOException e) {
            issues.skip("the file cannot be read (" + e.getClass().getSimpleName()
                    + "). Check its permissions and restart the server.");
            return List.of();
        }
    }
}

package pullquote.article;

import java.util.List;

/** Records the load issues of one file. */
final class IssueCollector {
    private final String file;
    private final List<LoadIssue> issues;

    /**
     * Creates a collector for one file.
     *
     * @param file the file as shown to operators, for example {@code knowledge/tea.md}
     * @param issues the list to add issues to
     */
    IssueCollector(String file, List<LoadIssue> issues) {
        this.file = file;
        this.issues = issues;
    }

    /** Records an issue that does not prevent the article from loading. */
    void warn(int line, String message) {
        issues.add(new LoadIssue(file, line, message, false));
    }

    /** Records that the file is skipped. */
    void skip(String message) {
        issues.add(new LoadIssue(file, 0, message, true));
    }

    /** Records that the file is skipped, and returns an exception for the caller to throw. */
    SkippedFileException skipError(int line, String message) {
        issues.add(new LoadIssue(file, line, message, true));
        return new SkippedFileException(message);
    }

    /** Stops reading a file. The issue is already recorded. */
    static final class SkippedFileException extends Exception {
        private SkippedFileException(String message) {
            super(message);
        }
    }
}

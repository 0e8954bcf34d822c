package pullquote.article;

import java.util.List;

/** Notes the faults of one file. */
final class IssueCollector {
    private final String file;
    private final List<LoadIssue> issues;

    /**
     * @param file the file as its owner knows it
     * @param faults where to note them
     */
    IssueCollector(String file, List<LoadIssue> faults) {
        this.file = file;
        this.issues = faults;
    }

    /** The article can be read in spite of it. */
    void warn(int line, String message) {
        issues.add(new LoadIssue(file, line, message, false));
    }

    /** The file gives no article. */
    void skip(String message) {
        issues.add(new LoadIssue(file, 0, message, true));
    }

    /** The file gives no article: to be thrown by whoever finds out in the middle of reading it. */
    SkippedFileException skipError(int line, String message) {
        issues.add(new LoadIssue(file, line, message, true));
        return new SkippedFileException(message);
    }

    /** Ends the reading of a file; why is noted already. */
    static final class SkippedFileException extends Exception {
        private SkippedFileException(String message) {
            super(message);
        }
    }
}

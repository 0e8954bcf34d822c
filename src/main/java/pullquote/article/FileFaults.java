package pullquote.article;

import java.util.List;

/** Notes the faults of one file. */
final class FileFaults {
    private final String file;
    private final List<Fault> faults;

    /**
     * @param file the file as its owner knows it
     * @param faults where to note them
     */
    FileFaults(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The article can be read in spite of it. */
    void note(int line, String message) {
        faults.add(new Fault(file, line, message, false));
    }

    /** The file gives no article. */
    void skip(String message) {
        faults.add(new Fault(file, 0, message, true));
    }

    /** The file gives no article: to be thrown by whoever finds out in the middle of reading it. */
    Skipped skipped(int line, String message) {
        faults.add(new Fault(file, line, message, true));
        return new Skipped(message);
    }

    /** Ends the reading of a file; why is noted already. */
    static final class Skipped extends Exception {
        private Skipped(String message) {
            super(message);
        }
    }
}

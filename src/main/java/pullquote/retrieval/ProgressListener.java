package pullquote.retrieval;

/** Hears how far a long work has come. */
@FunctionalInterface
public interface ProgressListener {
    /** {@code done} of {@code all} are behind us. */
    void onProgress(String work, int done, int all);
}

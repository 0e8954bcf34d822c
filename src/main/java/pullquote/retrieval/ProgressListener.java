package pullquote.retrieval;

/** Receives the progress of long tasks. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * Reports progress.
     *
     * @param work the name of the task, for example "embedding"
     * @param done the number of finished steps
     * @param all the total number of steps
     */
    void onProgress(String work, int done, int all);
}

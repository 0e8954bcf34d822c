package pullquote.retrieval;

/** Hears how far a long work has come. */
@FunctionalInterface
public interface Progress {
    /** {@code done} of {@code all} are behind us. */
    void at(String work, int done, int all);
}

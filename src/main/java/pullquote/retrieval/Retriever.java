package pullquote.retrieval;

import java.util.List;

/** Retrieves passages. Thread-safe. */
public interface Retriever {
    /**
     * Returns the best passages, highest score first, each paragraph at most once. Returns an empty list if nothing
     * matches or the query names an unknown article. Passages with equal scores keep the order of the library, so
     * results are deterministic.
     *
     * @param limit the maximum number of passages
     */
    List<Passage> retrieve(Query query, int limit);
}

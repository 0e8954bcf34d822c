package pullquote.retrieval;

import java.util.List;

/** Finds passages. Safe for use by many threads. */
public interface Retriever {
    /**
     * The best passages first, each paragraph at most once, at most {@code limit} of them; none if nothing fits or the
     * query names an unknown article. Equal scores keep the order of the library, so that the same query always finds
     * the same.
     */
    List<Passage> retrieve(Query query, int limit);
}

package pullquote.retrieval;

import java.util.List;

/**
 * Retrieves with the multilingual model where no searched article is in the query's language, otherwise with the
 * bundled one.
 */
public final class CrossLingualRetriever implements Retriever {
    private final EmbeddingModels models;
    private final Retriever bundled;
    private final Retriever multilingual;

    public CrossLingualRetriever(EmbeddingModels models, Retriever bundled, Retriever multilingual) {
        this.models = models;
        this.bundled = bundled;
        this.multilingual = multilingual;
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        return (models.isCrossLingual(query) ? multilingual : bundled).retrieve(query, limit);
    }
}

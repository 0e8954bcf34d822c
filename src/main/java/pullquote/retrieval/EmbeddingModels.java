package pullquote.retrieval;

import java.util.Optional;
import pullquote.article.Library;

/**
 * The embeddings to compare a query with articles: those of the bundled English model, or those of the multilingual model
 * that the operator has configured. The latter are used where no searched article is in the language of the query:
 * within one language the bundled model ranks better.
 */
public final class EmbeddingModels {
    private final Library library;
    private final EmbeddingCache bundled;
    private final Optional<EmbeddingCache> multilingual;

    public EmbeddingModels(Library library, EmbeddingCache bundled, Optional<EmbeddingCache> multilingual) {
        this.library = library;
        this.bundled = bundled;
        this.multilingual = multilingual;
    }

    /** Creates the models of an installation without a multilingual model. */
    public EmbeddingModels(Library library, EmbeddingCache bundled) {
        this(library, bundled, Optional.empty());
    }

    /** Returns the embeddings to use for a query. */
    public EmbeddingCache forQuery(Query query) {
        return multilingual.filter(model -> isCrossLingual(query, model)).orElse(bundled);
    }

    /** Returns true if the multilingual model is to be used for a query. */
    boolean isCrossLingual(Query query) {
        return multilingual.filter(model -> isCrossLingual(query, model)).isPresent();
    }

    private boolean isCrossLingual(Query query, EmbeddingCache model) {
        String language = query.language().code();
        return model.supports(language)
                && library.articles(query.articleId()).stream()
                        .noneMatch(article -> article.frontMatter().language().equals(language));
    }
}

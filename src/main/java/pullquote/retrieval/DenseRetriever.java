package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;

/**
 * Finds paragraphs whose meaning is near the query's: the score is the cosine between their embeddings. Of an
 * article in a language that these do not know, it is the nearness of their words, which is not to be compared with others.
 */
public final class DenseRetriever implements Retriever {
    private record IndexedParagraph(Article article, Paragraph paragraph, float[] vector) {}

    private final EmbeddingCache embeddings;
    private final List<IndexedParagraph> entries = new ArrayList<>();

    public DenseRetriever(Library library, EmbeddingCache embeddings) {
        this.embeddings = embeddings;
        for (Article article : library.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                entries.add(new IndexedParagraph(
                        article,
                        paragraph,
                        embeddings.embed(paragraph.text(), article.frontMatter().language())));
            }
        }
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        Map<String, float[]> wanted = new HashMap<>();
        return entries.stream()
                .filter(entry ->
                        query.articleId().map(entry.article.id()::equals).orElse(true))
                .map(entry -> {
                    float[] vector = wanted.computeIfAbsent(
                            entry.article.frontMatter().language(), language -> queryVector(query, language));
                    return new Passage(entry.article, entry.paragraph, EmbeddingCache.cosine(vector, entry.vector));
                })
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    /** The query's vector as articles of a language want it: of its own words, if these can be compared with theirs. */
    private float[] queryVector(Query query, String language) {
        String text = query.text();
        boolean comparable = embeddings.supports(language)
                && embeddings.supports(query.language().code(language));
        return embeddings.embed(comparable ? text : query.textIn(language).orElse(text), language);
    }
}

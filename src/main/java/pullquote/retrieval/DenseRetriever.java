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
 * Retrieves paragraphs with a meaning similar to the query. The score is the cosine of the embeddings. For articles in
 * a language that the embeddings do not support, it is the cosine of word counts, which is not comparable with other
 * scores.
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
        Map<String, float[]> queryVectors = new HashMap<>();
        return entries.stream()
                .filter(entry ->
                        query.articleId().map(entry.article.id()::equals).orElse(true))
                .map(entry -> {
                    float[] vector = queryVectors.computeIfAbsent(
                            entry.article.frontMatter().language(), language -> queryVector(query, language));
                    return new Passage(entry.article, entry.paragraph, EmbeddingCache.cosine(vector, entry.vector));
                })
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    /**
     * Returns the query vector for articles in a language: of the original query if its language is supported, else
     * translated.
     */
    private float[] queryVector(Query query, String language) {
        String text = query.text();
        boolean isComparable = embeddings.supports(language)
                && embeddings.supports(query.language().code(language));
        return embeddings.embed(isComparable ? text : query.textIn(language).orElse(text), language);
    }
}

package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;

/** Finds paragraphs whose meaning is near the query's: the score is the cosine between their embeddings. */
public final class ByMeaning implements Retriever {
    private record Entry(Article article, Paragraph paragraph, float[] vector) {}

    private final Embeddings embeddings;
    private final List<Entry> entries = new ArrayList<>();

    public ByMeaning(Library library, Embeddings embeddings) {
        this.embeddings = embeddings;
        for (Article article : library.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                entries.add(new Entry(article, paragraph, embeddings.of(paragraph.text())));
            }
        }
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        float[] wanted = embeddings.of(query.text());
        return entries.stream()
                .filter(entry ->
                        query.articleId().map(entry.article.id()::equals).orElse(true))
                .map(entry -> new Passage(entry.article, entry.paragraph, Embeddings.cosine(wanted, entry.vector)))
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }
}

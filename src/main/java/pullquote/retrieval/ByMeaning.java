package pullquote.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.language.Languages;

/**
 * Finds paragraphs whose meaning is near the query's: the score is the cosine between their embeddings. Where the
 * embeddings know the language of an article, and have the query in it or know its own, that is; of others it finds none.
 */
public final class ByMeaning implements Retriever {
    private record Entry(Article article, Paragraph paragraph, float[] vector) {}

    private final Embeddings embeddings;
    private final List<Entry> entries = new ArrayList<>();

    public ByMeaning(Library library, Embeddings embeddings) {
        this.embeddings = embeddings;
        for (Article article : library.articles()) {
            if (!embeddings.know(article.about().language())) {
                continue;
            }
            for (Paragraph paragraph : article.paragraphs()) {
                entries.add(new Entry(article, paragraph, embeddings.of(paragraph.text())));
            }
        }
    }

    @Override
    public List<Passage> retrieve(Query query, int limit) {
        Map<String, Optional<float[]>> wanted = new HashMap<>();
        return entries.stream()
                .filter(entry ->
                        query.articleId().map(entry.article.id()::equals).orElse(true))
                .flatMap(entry -> wanted
                        .computeIfAbsent(entry.article.about().language(), language -> wanted(query, language))
                        .map(vector ->
                                new Passage(entry.article, entry.paragraph, Embeddings.cosine(vector, entry.vector)))
                        .stream())
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(limit)
                .toList();
    }

    /** The query's vector as articles of a language want it. */
    private Optional<float[]> wanted(Query query, String language) {
        return Optional.of(query.text())
                .filter(text -> embeddings.know(Languages.guess(text, language)))
                .or(() -> query.in(language))
                .map(embeddings::of);
    }
}

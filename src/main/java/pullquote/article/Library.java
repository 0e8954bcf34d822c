package pullquote.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All articles. It never changes: when the files do, a new library takes its place. */
public final class Library {
    private final Map<String, Article> byId = new LinkedHashMap<>();
    private final Map<String, List<CuratedQuestion>> questions;

    /** Two articles of one id are a mistake of the caller's. */
    public Library(List<Article> articles) {
        this(articles, Map.of());
    }

    /**
     * @param questions what editors put beside articles, by the articles' ids
     */
    Library(List<Article> articles, Map<String, List<CuratedQuestion>> questions) {
        this.questions = Map.copyOf(questions);
        for (Article article : articles) {
            if (byId.put(article.id(), article) != null) {
                throw new IllegalArgumentException("two articles with the id " + article.id());
            }
        }
    }

    public List<Article> articles() {
        return List.copyOf(byId.values());
    }

    /** The only one that is asked about, or all of them; all too if there is none of that id. */
    public List<Article> articles(Optional<String> only) {
        return only.flatMap(this::article).map(List::of).orElseGet(this::articles);
    }

    public Optional<Article> article(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What editors put beside an article, in their order. */
    public List<CuratedQuestion> questions(Article article) {
        return questions.getOrDefault(article.id(), List.of());
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }
}

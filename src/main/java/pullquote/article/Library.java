package pullquote.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contains all articles. Immutable: changed files are loaded into a new library. */
public final class Library {
    private final Map<String, Article> byId = new LinkedHashMap<>();
    private final Map<String, List<CuratedQuestion>> questions;

    /**
     * Creates a library without curated questions.
     *
     * @throws IllegalArgumentException if two articles have the same id
     */
    public Library(List<Article> articles) {
        this(articles, Map.of());
    }

    /**
     * Creates a library.
     *
     * @param questions the editors' questions by article id
     * @throws IllegalArgumentException if two articles have the same id
     */
    Library(List<Article> articles, Map<String, List<CuratedQuestion>> questions) {
        this.questions = Map.copyOf(questions);
        for (Article article : articles) {
            if (byId.put(article.id(), article) != null) {
                throw new IllegalArgumentException("Duplicate article id: " + article.id() + ". Use each id once.");
            }
        }
    }

    public List<Article> articles() {
        return List.copyOf(byId.values());
    }

    /** Returns the article with this id, or all articles if the id is empty or unknown. */
    public List<Article> articles(Optional<String> only) {
        return only.flatMap(this::article).map(List::of).orElseGet(this::articles);
    }

    public Optional<Article> article(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the editors' questions about an article, in file order. */
    public List<CuratedQuestion> questions(Article article) {
        return questions.getOrDefault(article.id(), List.of());
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }
}

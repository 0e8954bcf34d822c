package pullquote.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects articles in file order. If two have the same id or the same text, the later one replaces the earlier. */
final class ArticleRegistry {
    private record Entry(Article article, String fileName, IssueCollector issues) {}

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, Entry> byVersion = new HashMap<>();

    void add(Article article, String fileName, IssueCollector issues) {
        Entry sameId = byId.get(article.id());
        if (sameId != null) {
            evict(sameId);
            sameId.issues.skip("same id " + LoadIssue.quoted(article.id()) + " as " + LoadIssue.quoted(fileName)
                    + "; only that one is used. Rename one of the two.");
        }
        Entry sameText = byVersion.get(article.version());
        if (sameText != null) {
            evict(sameText);
            sameText.issues.skip(
                    "duplicate of " + LoadIssue.quoted(fileName) + "; only that one is used. Delete one of the two.");
        }
        var entry = new Entry(article, fileName, issues);
        byId.put(article.id(), entry);
        byVersion.put(article.version(), entry);
    }

    List<Article> articles() {
        var articles = new ArrayList<Article>();
        byId.values().forEach(entry -> articles.add(entry.article));
        return articles;
    }

    private void evict(Entry entry) {
        byId.remove(entry.article.id());
        byVersion.remove(entry.article.version());
    }
}

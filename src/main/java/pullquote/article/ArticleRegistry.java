package pullquote.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes articles in the order of their files. Of two with one id or one text, the later stays. */
final class ArticleRegistry {
    private record Entry(Article article, String fileName, IssueCollector issues) {}

    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, Entry> byVersion = new HashMap<>();

    void add(Article article, String fileName, IssueCollector faults) {
        Entry sameId = byId.get(article.id());
        if (sameId != null) {
            evict(sameId);
            sameId.issues.skip("its id " + LoadIssue.quoted(article.id()) + " is that of " + LoadIssue.quoted(fileName)
                    + " too, which counts as it comes later. Rename one of them.");
        }
        Entry sameText = byVersion.get(article.version());
        if (sameText != null) {
            evict(sameText);
            sameText.issues.skip("its text is that of " + LoadIssue.quoted(fileName)
                    + " too, which counts as it comes later. Delete one of them.");
        }
        var placed = new Entry(article, fileName, faults);
        byId.put(article.id(), placed);
        byVersion.put(article.version(), placed);
    }

    List<Article> articles() {
        var articles = new ArrayList<Article>();
        byId.values().forEach(placed -> articles.add(placed.article));
        return articles;
    }

    private void evict(Entry placed) {
        byId.remove(placed.article.id());
        byVersion.remove(placed.article.version());
    }
}

package pullquote.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes articles in the order of their files. Of two with one id or one text, the later stays. */
final class Shelf {
    private record Placed(Article article, String fileName, FileFaults faults) {}

    private final Map<String, Placed> byId = new LinkedHashMap<>();
    private final Map<String, Placed> byVersion = new HashMap<>();

    void put(Article article, String fileName, FileFaults faults) {
        Placed sameId = byId.get(article.id());
        if (sameId != null) {
            remove(sameId);
            sameId.faults.skip("its id " + Fault.quoted(article.id()) + " is that of " + Fault.quoted(fileName)
                    + " too, which counts as it comes later. Rename one of them.");
        }
        Placed sameText = byVersion.get(article.version());
        if (sameText != null) {
            remove(sameText);
            sameText.faults.skip("its text is that of " + Fault.quoted(fileName)
                    + " too, which counts as it comes later. Delete one of them.");
        }
        var placed = new Placed(article, fileName, faults);
        byId.put(article.id(), placed);
        byVersion.put(article.version(), placed);
    }

    List<Article> articles() {
        var articles = new ArrayList<Article>();
        byId.values().forEach(placed -> articles.add(placed.article));
        return articles;
    }

    private void remove(Placed placed) {
        byId.remove(placed.article.id());
        byVersion.remove(placed.article.version());
    }
}

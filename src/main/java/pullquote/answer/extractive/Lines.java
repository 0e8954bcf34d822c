package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Word;

/** All source sentences of a library, and how rare each word is among its paragraphs. */
final class Lines {
    /** What is known of one article: the lines of each paragraph, and all stems of it and its title. */
    private record Known(List<List<Line>> paragraphs, Set<String> stems) {}

    private final Map<String, Known> byArticle = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private int paragraphs;

    Lines(Library library, Embeddings embeddings) {
        for (Article article : library.articles()) {
            var ofArticle = new ArrayList<List<Line>>();
            var stems = new HashSet<>(
                    Word.stems(Word.of(article.about().title(), article.about().language())));
            for (Paragraph paragraph : article.paragraphs()) {
                List<Line> lines = Line.of(article, paragraph, embeddings);
                ofArticle.add(lines);
                stems.addAll(count(lines));
            }
            byArticle.put(article.id(), new Known(ofArticle, stems));
        }
    }

    private Set<String> count(List<Line> paragraph) {
        var stems = new HashSet<String>();
        paragraph.forEach(line -> stems.addAll(line.stems()));
        stems.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        paragraphs++;
        return stems;
    }

    List<Line> of(Article article, Paragraph paragraph) {
        return known(article).paragraphs.get(paragraph.number() - 1);
    }

    /** Every line of an article, in order. */
    List<Line> of(Article article) {
        return known(article).paragraphs.stream().flatMap(List::stream).toList();
    }

    /** Every word that the article or its title uses, as stems. */
    Set<String> stemsOf(Article article) {
        return known(article).stems;
    }

    private Known known(Article article) {
        return Objects.requireNonNull(byArticle.get(article.id()), () -> "not of this library: " + article);
    }

    /** Inverse document frequency as BM25 has it: ln(1 + (N − n + 0.5) / (n + 0.5)), n of N paragraphs having it. */
    double rarity(String stem) {
        int n = frequency.getOrDefault(stem, 0);
        return Math.log(1 + (paragraphs - n + 0.5) / (n + 0.5));
    }
}

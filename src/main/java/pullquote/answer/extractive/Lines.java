package pullquote.answer.extractive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.article.Paragraph;
import pullquote.retrieval.Embeddings;
import pullquote.retrieval.Word;

/** All source sentences of a library, and how rare each word is in its article. */
final class Lines {
    /**
     * What is known of one article.
     *
     * @param paragraphs the lines of each
     * @param lines all of them, in order
     * @param frequency in how many paragraphs each stem stands
     * @param stems all stems of the article and its title
     * @param names those of them that are written as names where not every word would be
     */
    private record Known(
            List<List<Line>> paragraphs,
            List<Line> lines,
            Map<String, Integer> frequency,
            Set<String> stems,
            Set<String> names) {}

    private final Map<String, Known> byArticle = new HashMap<>();

    Lines(Library library, Embeddings embeddings) {
        for (Article article : library.articles()) {
            byArticle.put(article.id(), read(article, embeddings));
        }
    }

    private static Known read(Article article, Embeddings embeddings) {
        var paragraphs = new ArrayList<List<Line>>();
        var frequency = new HashMap<String, Integer>();
        for (Paragraph paragraph : article.paragraphs()) {
            List<Line> lines = Line.of(article, paragraph, embeddings);
            paragraphs.add(lines);
            lines.stream()
                    .flatMap(line -> line.stems().stream())
                    .distinct()
                    .forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
        var stems = new HashSet<>(frequency.keySet());
        stems.addAll(titleOf(article));
        List<Line> lines = paragraphs.stream().flatMap(List::stream).toList();
        return new Known(paragraphs, lines, frequency, stems, names(lines));
    }

    private static Set<String> names(List<Line> lines) {
        return Word.stems(lines.stream()
                .flatMap(line -> line.words().stream())
                .filter(Word::isName)
                .toList());
    }

    List<Line> of(Article article, Paragraph paragraph) {
        return known(article).paragraphs.get(paragraph.number() - 1);
    }

    /** Every line of an article, in order. */
    List<Line> of(Article article) {
        return known(article).lines;
    }

    /** The stems of a line and of the one before it in its paragraph. */
    Set<String> withBefore(Line line) {
        if (line.index() == 0) {
            return line.stems();
        }
        var both = new HashSet<>(line.stems());
        both.addAll(of(line.place().article(), line.place().paragraph())
                .get(line.index() - 1)
                .stems());
        return both;
    }

    /** The stems of whatever a reader of a line may still have in mind: the article's title, and its paragraph up to there. */
    Set<String> inMind(Line line) {
        var stems = new HashSet<>(titleOf(line.place().article()));
        of(line.place().article(), line.place().paragraph()).subList(0, line.index() + 1).stream()
                .map(Line::stems)
                .forEach(stems::addAll);
        return stems;
    }

    /** The last line before one, in its paragraph, that names somebody or something. */
    Optional<Line> lastNaming(Line line) {
        Set<String> names = namesOf(line.place().article());
        return of(line.place().article(), line.place().paragraph()).subList(0, line.index()).stream()
                .filter(before -> !Collections.disjoint(before.stems(), names))
                .reduce((one, next) -> next);
    }

    /** The names that stand right behind a title: Tokayev's, with "president", of "President Kassym-Jomart Tokayev". */
    Set<String> bearersOf(Article article, Set<String> titles) {
        var bearers = new HashSet<String>();
        for (Line line : of(article)) {
            boolean behind = false;
            for (Word word : line.words()) {
                boolean isTitle = titles.contains(word.stem());
                if (behind && word.isName() && !isTitle) {
                    bearers.add(word.stem());
                }
                behind = isTitle || behind && word.isName();
            }
        }
        return bearers;
    }

    static Set<String> titleOf(Article article) {
        return Word.stems(Word.of(article.about().title(), article.about().language()));
    }

    /** Every word that the article or its title uses, as stems. */
    Set<String> stemsOf(Article article) {
        return known(article).stems;
    }

    /** Stems of the names that an article has. */
    Set<String> namesOf(Article article) {
        return known(article).names;
    }

    /**
     * How much a word tells about a place in its article: inverse document frequency as BM25 has it, over paragraphs,
     * ln(1 + (N − n + 0.5) / (n + 0.5)) if n of N have it. The name that the whole article is about tells little.
     */
    double rarity(Article article, String stem) {
        Known known = known(article);
        int n = known.frequency.getOrDefault(stem, 0);
        return Math.log(1 + (known.paragraphs.size() - n + 0.5) / (n + 0.5));
    }

    private Known known(Article article) {
        return Objects.requireNonNull(byArticle.get(article.id()), () -> "not of this library: " + article);
    }
}

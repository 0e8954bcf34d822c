package pullquote.extract;

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
import pullquote.retrieval.EmbeddingCache;
import pullquote.text.Word;

/** All source sentences of a library, and how rare each word is in its article. */
final class SentenceIndex {
    /**
     * What is known of one article.
     *
     * @param paragraphs the lines of each
     * @param lines all of them, in order
     * @param frequency in how many paragraphs each stem stands
     * @param stems all stems of the article and its title
     * @param names those of them that are written as names where not every word would be
     */
    private record ArticleStatistics(
            List<List<SourceSentence>> paragraphs,
            List<SourceSentence> sentences,
            Map<String, Integer> frequency,
            Set<String> stems,
            Set<String> names) {}

    private final Map<String, ArticleStatistics> byArticle = new HashMap<>();

    SentenceIndex(Library library, EmbeddingCache embeddings) {
        for (Article article : library.articles()) {
            byArticle.put(article.id(), analyze(article, embeddings));
        }
    }

    private static ArticleStatistics analyze(Article article, EmbeddingCache embeddings) {
        var paragraphs = new ArrayList<List<SourceSentence>>();
        var frequency = new HashMap<String, Integer>();
        for (Paragraph paragraph : article.paragraphs()) {
            List<SourceSentence> lines = SourceSentence.of(article, paragraph, embeddings);
            paragraphs.add(lines);
            lines.stream()
                    .flatMap(line -> line.stems().stream())
                    .distinct()
                    .forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
        var stems = new HashSet<>(frequency.keySet());
        stems.addAll(titleStems(article));
        List<SourceSentence> lines = paragraphs.stream().flatMap(List::stream).toList();
        return new ArticleStatistics(paragraphs, lines, frequency, stems, names(lines));
    }

    private static Set<String> names(List<SourceSentence> lines) {
        return Word.stems(lines.stream()
                .flatMap(line -> line.words().stream())
                .filter(Word::isName)
                .toList());
    }

    List<SourceSentence> sentences(Article article, Paragraph paragraph) {
        return statistics(article).paragraphs.get(paragraph.number() - 1);
    }

    /** Every line of an article, in order. */
    List<SourceSentence> sentences(Article article) {
        return statistics(article).sentences;
    }

    /** The stems of a line and of the one before it in its paragraph. */
    Set<String> stemsWithPrevious(SourceSentence line) {
        if (line.index() == 0) {
            return line.stems();
        }
        var both = new HashSet<>(line.stems());
        both.addAll(sentences(line.evidence().article(), line.evidence().paragraph())
                .get(line.index() - 1)
                .stems());
        return both;
    }

    /** The stems of whatever a reader of a line may still have in mind: the article's title, and its paragraph up to there. */
    Set<String> contextStems(SourceSentence line) {
        var stems = new HashSet<>(titleStems(line.evidence().article()));
        sentences(line.evidence().article(), line.evidence().paragraph()).subList(0, line.index() + 1).stream()
                .map(SourceSentence::stems)
                .forEach(stems::addAll);
        return stems;
    }

    /** The last line before one, in its paragraph, that names somebody or something. */
    Optional<SourceSentence> lastMention(SourceSentence line) {
        Set<String> names = articleNames(line.evidence().article());
        return sentences(line.evidence().article(), line.evidence().paragraph()).subList(0, line.index()).stream()
                .filter(before -> !Collections.disjoint(before.stems(), names))
                .reduce((one, next) -> next);
    }

    /** The names that stand right behind a title: Tokayev's, with "president", of "President Kassym-Jomart Tokayev". */
    Set<String> titleHolders(Article article, Set<String> titles) {
        var bearers = new HashSet<String>();
        for (SourceSentence line : sentences(article)) {
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

    static Set<String> titleStems(Article article) {
        return Word.stems(Word.tokenize(
                article.frontMatter().title(), article.frontMatter().language()));
    }

    /** Every word that the article or its title uses, as stems. */
    Set<String> articleStems(Article article) {
        return statistics(article).stems;
    }

    /** Stems of the names that an article has. */
    Set<String> articleNames(Article article) {
        return statistics(article).names;
    }

    /**
     * How much a word tells about a place in its article: inverse document frequency as BM25 has it, over paragraphs,
     * ln(1 + (N − n + 0.5) / (n + 0.5)) if n of N have it. The name that the whole article is about tells little.
     */
    double idf(Article article, String stem) {
        ArticleStatistics known = statistics(article);
        int n = known.frequency.getOrDefault(stem, 0);
        return Math.log(1 + (known.paragraphs.size() - n + 0.5) / (n + 0.5));
    }

    private ArticleStatistics statistics(Article article) {
        return Objects.requireNonNull(byArticle.get(article.id()), () -> "not of this library: " + article);
    }
}

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

/** Holds all source sentences of a library and the word statistics of each article. */
final class SentenceIndex {
    /**
     * Holds the statistics of one article.
     *
     * @param paragraphs the sentences of each paragraph
     * @param sentences all sentences, in order
     * @param frequency the number of paragraphs that contain each stem
     * @param stems all stems of the article and its title
     * @param names the stems that are written as names where not every word is capitalized
     */
    private record ArticleStatistics(
            List<List<SourceSentence>> sentencesByParagraph,
            List<SourceSentence> sentences,
            Map<String, Integer> paragraphFrequency,
            Set<String> stems,
            Set<String> names) {}

    private final Map<String, ArticleStatistics> statisticsByArticle = new HashMap<>();

    SentenceIndex(Library library, EmbeddingCache embeddings) {
        for (Article article : library.articles()) {
            statisticsByArticle.put(article.id(), analyze(article, embeddings));
        }
    }

    private static ArticleStatistics analyze(Article article, EmbeddingCache embeddings) {
        var paragraphs = new ArrayList<List<SourceSentence>>();
        var frequency = new HashMap<String, Integer>();
        for (Paragraph paragraph : article.paragraphs()) {
            List<SourceSentence> sentences = SourceSentence.of(article, paragraph, embeddings);
            paragraphs.add(sentences);
            sentences.stream()
                    .flatMap(sentence -> sentence.stems().stream())
                    .distinct()
                    .forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        }
        var stems = new HashSet<>(frequency.keySet());
        stems.addAll(titleStems(article));
        List<SourceSentence> sentences =
                paragraphs.stream().flatMap(List::stream).toList();
        return new ArticleStatistics(paragraphs, sentences, frequency, stems, names(sentences));
    }

    private static Set<String> names(List<SourceSentence> sentences) {
        return Word.stems(sentences.stream()
                .flatMap(sentence -> sentence.words().stream())
                .filter(Word::isName)
                .toList());
    }

    List<SourceSentence> sentences(Article article, Paragraph paragraph) {
        return statistics(article).sentencesByParagraph.get(paragraph.number() - 1);
    }

    /** Returns all sentences of an article, in order. */
    List<SourceSentence> sentences(Article article) {
        return statistics(article).sentences;
    }

    /** Returns the stems of a sentence and of the previous sentence in its paragraph. */
    Set<String> stemsWithPrevious(SourceSentence sentence) {
        if (sentence.index() == 0) {
            return sentence.stems();
        }
        var both = new HashSet<>(sentence.stems());
        both.addAll(sentences(sentence.evidence().article(), sentence.evidence().paragraph())
                .get(sentence.index() - 1)
                .stems());
        return both;
    }

    /**
     * Returns the stems of the context of a sentence: the article's title and its paragraph up to and including the
     * sentence.
     */
    Set<String> contextStems(SourceSentence sentence) {
        var stems = new HashSet<>(titleStems(sentence.evidence().article()));
        sentences(sentence.evidence().article(), sentence.evidence().paragraph())
                .subList(0, sentence.index() + 1)
                .stream()
                .map(SourceSentence::stems)
                .forEach(stems::addAll);
        return stems;
    }

    /** Returns the last sentence before this one in its paragraph that contains a name. */
    Optional<SourceSentence> lastMention(SourceSentence sentence) {
        Set<String> names = articleNames(sentence.evidence().article());
        return sentences(sentence.evidence().article(), sentence.evidence().paragraph())
                .subList(0, sentence.index())
                .stream()
                .filter(previous -> !Collections.disjoint(previous.stems(), names))
                .reduce((one, next) -> next);
    }

    /**
     * Returns the stems of the names that directly follow a title: "Kassym-Jomart" and "Tokayev" for "President
     * Kassym-Jomart Tokayev".
     */
    Set<String> titleHolders(Article article, Set<String> titles) {
        var holders = new HashSet<String>();
        for (SourceSentence sentence : sentences(article)) {
            boolean followsTitle = false;
            for (Word word : sentence.words()) {
                boolean isTitle = titles.contains(word.stem());
                if (followsTitle && word.isName() && !isTitle) {
                    holders.add(word.stem());
                }
                followsTitle = isTitle || followsTitle && word.isName();
            }
        }
        return holders;
    }

    static Set<String> titleStems(Article article) {
        return Word.stems(Word.tokenize(
                article.frontMatter().title(), article.frontMatter().language()));
    }

    /** Returns the stems of all words in the article and its title. */
    Set<String> articleStems(Article article) {
        return statistics(article).stems;
    }

    /** Returns the stems of the names in an article. */
    Set<String> articleNames(Article article) {
        return statistics(article).names;
    }

    /**
     * Returns the inverse document frequency of a stem over the article's paragraphs, as in BM25: ln(1 + (N − n + 0.5)
     * / (n + 0.5)) if n of N paragraphs contain it. A name that the whole article is about scores low.
     */
    double idf(Article article, String stem) {
        ArticleStatistics statistics = statistics(article);
        int n = statistics.paragraphFrequency.getOrDefault(stem, 0);
        return Math.log(1 + (statistics.sentencesByParagraph.size() - n + 0.5) / (n + 0.5));
    }

    private ArticleStatistics statistics(Article article) {
        return Objects.requireNonNull(
                statisticsByArticle.get(article.id()), () -> "article is not in this library: " + article);
    }
}

package pullquote.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.QuestionAnalysis;
import pullquote.query.WordClass;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.Passage;

/**
 * Summarizes an article in some of its own sentences: the lead, then the sentences that are closest to the whole
 * article and least similar to those already selected (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
final class MmrSummarizer {
    private static final int DEFAULT_SENTENCES = 3;
    private static final int MAX_SENTENCES = 7;
    /** Weight of the similarity to selected sentences, from 0. A higher value selects more diverse sentences. */
    private static final double DIVERSITY_WEIGHT = 0.5;
    /** Minimum length of a sentence, in words. Shorter sentences carry too little information for a summary. */
    private static final int MIN_WORDS = 6;

    private static final Pattern COUNT_PATTERN = Pattern.compile(
            "\\b(one|two|three|four|five|six|seven|[1-7])\\s+(?:\\p{L}+\\s+)?(?:sentences?|points?|lines?|facts?|bullets?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBER_WORDS = List.of("one", "two", "three", "four", "five", "six", "seven");

    private static final Comparator<Article> NEWEST_FIRST = Comparator.comparing(
                    (Article article) -> article.frontMatter().date().orElse(LocalDate.MIN))
            .reversed();

    private final Library library;
    private final SentenceIndex index;

    MmrSummarizer(Library library, SentenceIndex index) {
        this.library = library;
        this.index = index;
    }

    List<SourceSentence> summarize(Question question, QuestionAnalysis analysis, List<Passage> passages) {
        return selectArticle(question, analysis.withoutClass(WordClass.SUMMARISING), passages)
                .map(article -> summarize(article, requestedCount(question.text())))
                .orElse(List.of());
    }

    /**
     * Returns the best article that covers the topic of the summary, or the newest article if the question names no
     * topic.
     */
    private Optional<Article> selectArticle(Question question, QuestionAnalysis topic, List<Passage> passages) {
        Stream<Article> found = question.articleId().isPresent()
                ? library.article(question.articleId().get()).stream()
                : topic.stems().isEmpty()
                        ? library.articles().stream().sorted(NEWEST_FIRST)
                        : passages.stream().map(Passage::article);
        return found.filter(article -> article.frontMatter().language().equals(topic.language()))
                .filter(article -> coversTopic(article, topic))
                .findFirst();
    }

    private boolean coversTopic(Article article, QuestionAnalysis topic) {
        Set<String> stems = index.articleStems(article);
        return topic.stems().isEmpty()
                || !UnknownEntityFilter.hasUnknownEntity(topic, stems) && !Collections.disjoint(topic.stems(), stems);
    }

    private List<SourceSentence> summarize(Article article, int count) {
        List<SourceSentence> all = index.sentences(article);
        float[] centroid = centroid(all);
        var selected = new ArrayList<SourceSentence>();
        selected.add(all.get(0));
        var rest = new ArrayList<>(all.subList(1, all.size()));
        rest.removeIf(sentence -> sentence.words().size() < MIN_WORDS || AntecedentResolver.needsAntecedent(sentence));
        while (selected.size() < count && !rest.isEmpty()) {
            SourceSentence next = rest.stream()
                    .max(Comparator.comparingDouble(sentence -> marginalRelevance(sentence, centroid, selected)))
                    .orElseThrow();
            selected.add(next);
            rest.removeIf(sentence ->
                    sentence.evidence().paragraph().equals(next.evidence().paragraph()));
        }
        selected.sort(Comparator.comparing((SourceSentence sentence) ->
                        sentence.evidence().paragraph().number())
                .thenComparing(SourceSentence::index));
        return selected;
    }

    private static double marginalRelevance(SourceSentence sentence, float[] centroid, List<SourceSentence> selected) {
        double maxSimilarity = selected.stream()
                .mapToDouble(other -> EmbeddingCache.cosine(sentence.vector(), other.vector()))
                .max()
                .orElse(0);
        return EmbeddingCache.cosine(sentence.vector(), centroid) - DIVERSITY_WEIGHT * maxSimilarity;
    }

    private static float[] centroid(List<SourceSentence> all) {
        var centroid = new float[all.get(0).vector().length];
        for (SourceSentence sentence : all) {
            for (int i = 0; i < centroid.length; i++) {
                centroid[i] += sentence.vector()[i] / all.size();
            }
        }
        return centroid;
    }

    private static int requestedCount(String question) {
        Matcher count = COUNT_PATTERN.matcher(question);
        if (!count.find()) {
            return DEFAULT_SENTENCES;
        }
        String number = count.group(1).toLowerCase(Locale.ROOT);
        int word = NUMBER_WORDS.indexOf(number);
        return Math.min(MAX_SENTENCES, word >= 0 ? word + 1 : Integer.parseInt(number));
    }
}

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
 * Sums an article up in a few of its own sentences: the lead, as news is written, then those that are near to the
 * article as a whole and far from what is told already (maximal marginal relevance, Carbonell and Goldstein 1998).
 */
final class MmrSummarizer {
    private static final int DEFAULT_SENTENCES = 3;
    private static final int MAX_SENTENCES = 7;
    private static final double DIVERSITY = 0.5;
    private static final int MIN_WORDS = 6;

    private static final Pattern COUNT_PATTERN = Pattern.compile(
            "\\b(one|two|three|four|five|six|seven|[1-7])\\s+(?:\\p{L}+\\s+)?(?:sentences?|points?|lines?|facts?|bullets?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> NUMBERS = List.of("one", "two", "three", "four", "five", "six", "seven");

    private static final Comparator<Article> NEWEST_FIRST = Comparator.comparing(
                    (Article article) -> article.frontMatter().date().orElse(LocalDate.MIN))
            .reversed();

    private final Library library;
    private final SentenceIndex index;

    MmrSummarizer(Library library, SentenceIndex lines) {
        this.library = library;
        this.index = lines;
    }

    List<SourceSentence> summarize(Question question, QuestionAnalysis asked, List<Passage> passages) {
        return subject(question, asked.withoutClass(WordClass.SUMMARISING), passages)
                .map(article -> summarize(article, requestedCount(question.text())))
                .orElse(List.of());
    }

    /** The best article of those that have what is to be summed up; if that is left open, the newest. */
    private Optional<Article> subject(Question question, QuestionAnalysis topic, List<Passage> passages) {
        Stream<Article> found = question.articleId().isPresent()
                ? library.article(question.articleId().get()).stream()
                : topic.stems().isEmpty()
                        ? library.articles().stream().sorted(NEWEST_FIRST)
                        : passages.stream().map(Passage::article);
        return found.filter(article -> article.frontMatter().language().equals(topic.language()))
                .filter(article -> isIn(article, topic))
                .findFirst();
    }

    private boolean isIn(Article article, QuestionAnalysis topic) {
        Set<String> there = index.articleStems(article);
        return topic.stems().isEmpty()
                || !UnknownEntityFilter.hasUnknownEntity(topic, there) && !Collections.disjoint(topic.stems(), there);
    }

    private List<SourceSentence> summarize(Article article, int count) {
        List<SourceSentence> all = index.sentences(article);
        float[] whole = centroid(all);
        var chosen = new ArrayList<SourceSentence>();
        chosen.add(all.get(0));
        var rest = new ArrayList<>(all.subList(1, all.size()));
        rest.removeIf(line -> line.words().size() < MIN_WORDS || AntecedentResolver.needsAntecedent(line));
        while (chosen.size() < count && !rest.isEmpty()) {
            SourceSentence next = rest.stream()
                    .max(Comparator.comparingDouble(line -> marginalRelevance(line, whole, chosen)))
                    .orElseThrow();
            chosen.add(next);
            rest.removeIf(
                    line -> line.evidence().paragraph().equals(next.evidence().paragraph()));
        }
        chosen.sort(Comparator.comparing(
                        (SourceSentence line) -> line.evidence().paragraph().number())
                .thenComparing(SourceSentence::index));
        return chosen;
    }

    private static double marginalRelevance(SourceSentence line, float[] whole, List<SourceSentence> chosen) {
        double told = chosen.stream()
                .mapToDouble(other -> EmbeddingCache.cosine(line.vector(), other.vector()))
                .max()
                .orElse(0);
        return EmbeddingCache.cosine(line.vector(), whole) - DIVERSITY * told;
    }

    private static float[] centroid(List<SourceSentence> all) {
        var centre = new float[all.get(0).vector().length];
        for (SourceSentence line : all) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += line.vector()[i] / all.size();
            }
        }
        return centre;
    }

    private static int requestedCount(String question) {
        Matcher asked = COUNT_PATTERN.matcher(question);
        if (!asked.find()) {
            return DEFAULT_SENTENCES;
        }
        String number = asked.group(1).toLowerCase(Locale.ROOT);
        int word = NUMBERS.indexOf(number);
        return Math.min(MAX_SENTENCES, word >= 0 ? word + 1 : Integer.parseInt(number));
    }
}

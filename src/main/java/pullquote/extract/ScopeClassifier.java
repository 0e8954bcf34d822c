package pullquote.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pullquote.answer.Evidence;
import pullquote.answer.NoAnswer;
import pullquote.answer.NoAnswerPolicy;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.query.NoAnswerReason;
import pullquote.query.Question;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.EmbeddingModels;
import pullquote.retrieval.Passage;
import pullquote.text.Quantity;
import pullquote.text.QuantityParser;
import pullquote.text.Word;

/** Decides why there is no answer from the question, its language and what was found. */
public final class ScopeClassifier implements NoAnswerPolicy {
    /** Share of the question's words in the passages above which both are about the same subject. */
    private static final double MIN_WORD_OVERLAP = 0.33;

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d{2}\\b");
    /** The form in which {@link Quantity} gives a day: {@code d1-29} is January 29. */
    private static final Pattern DAY = Pattern.compile("d(\\d{1,2})-(\\d{1,2})");

    private final Library library;
    private final EmbeddingModels models;
    private final ClosestSentences closestSentences;

    public ScopeClassifier(Library library, EmbeddingModels models) {
        this.library = library;
        this.models = models;
        this.closestSentences = new ClosestSentences(models);
    }

    @Override
    public NoAnswer decide(Question question, List<Passage> passages) {
        List<Evidence> closest = closestSentences.find(question, passages);
        List<Article> searched = library.articles(question.articleId());
        return new NoAnswer(reason(question, searched, passages, closest), closest, searched.size(), latest(passages));
    }

    private NoAnswerReason reason(
            Question question, List<Article> searched, List<Passage> passages, List<Evidence> closest) {
        if (library.isEmpty()) {
            return NoAnswerReason.NOTHING_LOADED;
        }
        boolean isForeign = searched.stream()
                .noneMatch(article -> article.frontMatter().language().equals(question.detectedLanguage()));
        if (!hasReadableArticle(question, searched) || question.isTranslatedWordByWord() && isForeign) {
            return NoAnswerReason.UNSUPPORTED_LANGUAGE;
        }
        if (closest.isEmpty() && !sharesWords(question, passages) && canCompareMeaning(question, passages)) {
            return NoAnswerReason.OFF_TOPIC;
        }
        return asksAboutLater(question, passages) ? NoAnswerReason.AFTER_PUBLICATION : NoAnswerReason.NOT_IN_ARTICLES;
    }

    /** Without embeddings for a language, different words alone cannot show that a question is off topic. */
    private boolean canCompareMeaning(Question question, List<Passage> passages) {
        EmbeddingCache embeddings = models.forQuery(question.query());
        return passages.isEmpty()
                || passages.stream()
                        .anyMatch(passage -> embeddings.supports(
                                passage.article().frontMatter().language()));
    }

    private static boolean sharesWords(Question question, List<Passage> passages) {
        return passages.stream()
                .collect(Collectors.groupingBy(
                        passage -> passage.article().frontMatter().language()))
                .entrySet()
                .stream()
                .anyMatch(found -> sharesWords(
                        question.textIn(found.getKey()).orElse(question.text()), found.getKey(), found.getValue()));
    }

    private static boolean sharesWords(String text, String language, List<Passage> passages) {
        Set<String> stems = passages.stream()
                .flatMap(passage -> Word.tokenize(passage.paragraph().text(), language).stream())
                .map(Word::stem)
                .collect(Collectors.toSet());
        return ClosestSentences.wordOverlap(text, language, stems) > MIN_WORD_OVERLAP;
    }

    private static boolean hasReadableArticle(Question question, List<Article> articles) {
        return articles.stream()
                .anyMatch(article ->
                        question.textIn(article.frontMatter().language()).isPresent());
    }

    /** Returns true if the question names a year or a full date after the newest article in which something was found. */
    private static boolean asksAboutLater(Question question, List<Passage> passages) {
        return latest(passages)
                .filter(latest -> dates(question).anyMatch(date -> date.isAfter(latest)))
                .isPresent();
    }

    /** Returns the dates named in the question. A year alone counts as its first day, so that only later years count as later. */
    private static Stream<LocalDate> dates(Question question) {
        List<Integer> years = YEAR.matcher(question.text())
                .results()
                .map(MatchResult::group)
                .map(Integer::valueOf)
                .toList();
        List<String> days = QuantityParser.parse(question.text(), question.detectedLanguage()).stream()
                .filter(quantity -> quantity.kind() == Quantity.Kind.DATE)
                .flatMap(quantity -> quantity.values().stream())
                .toList();
        return years.stream()
                .flatMap(year -> days.isEmpty()
                        ? Stream.of(LocalDate.of(year, 1, 1))
                        : days.stream().flatMap(day -> date(year, day).stream()));
    }

    private static Optional<LocalDate> date(int year, String day) {
        Matcher matcher = DAY.matcher(day);
        try {
            return matcher.matches()
                    ? Optional.of(
                            LocalDate.of(year, Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // "February 30"
        }
    }

    private static Optional<LocalDate> latest(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.article().frontMatter().date().stream())
                .max(Comparator.naturalOrder());
    }
}

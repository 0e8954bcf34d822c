package pullquote.extract;

import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pullquote.answer.Evidence;
import pullquote.answer.NoAnswerPolicy;
import pullquote.article.Article;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.Reason;
import pullquote.retrieval.EmbeddingCache;
import pullquote.retrieval.Passage;
import pullquote.text.Messages;
import pullquote.text.Word;

/** Tells why there is no answer from what was asked and what was found, and shows the nearest places. */
public final class DefaultNoAnswerPolicy implements NoAnswerPolicy {
    private static final int MAX_CLOSEST = 2;
    /** Under this nearness a sentence is about other things than the question. */
    private static final double MIN_SIMILARITY = 0.3;
    /** What shares more of its words than this part with the articles is about what they are about. */
    private static final double MIN_WORD_OVERLAP = 0.33;

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d{2}\\b");
    private static final Pattern NOW = Pattern.compile(
            "\\b(?:today|now|nowadays|currently|current|at present|these days|this (?:week|month|year)|yesterday|tomorrow"
                    + "|latest|recently|so far|still|next (?:week|month|year|election)|(?:сейчас|сегодня|теперь|завтра|вчера"
                    + "|қазір|бүгін|ертең|кеше))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Library library;
    private final EmbeddingCache embeddings;

    public DefaultNoAnswerPolicy(Library library, EmbeddingCache embeddings) {
        this.library = library;
        this.embeddings = embeddings;
    }

    @Override
    public NoAnswer explain(Question question, List<Passage> passages) {
        List<Evidence> closest = closest(question, passages);
        Reason reason = reason(question, passages, closest);
        return new NoAnswer(reason, message(reason, question, passages), closest);
    }

    private Reason reason(Question question, List<Passage> passages, List<Evidence> closest) {
        if (library.isEmpty()) {
            return Reason.NOTHING_LOADED;
        }
        boolean foreign = library.articles(question.articleId()).stream()
                .noneMatch(article -> article.frontMatter().language().equals(question.detectedLanguage()));
        if (!hasReadableArticle(question, library.articles(question.articleId()))
                || question.isTranslatedWordByWord() && foreign) {
            return Reason.UNSUPPORTED_LANGUAGE;
        }
        if (closest.isEmpty() && !hasWordOverlap(question, passages) && hasSupportedLanguage(passages)) {
            return Reason.OFF_TOPIC;
        }
        return isAboutLater(question, passages) ? Reason.AFTER_PUBLICATION : Reason.NOT_IN_ARTICLES;
    }

    /** Where nobody knows what words mean, other words may be about the same. */
    private boolean hasSupportedLanguage(List<Passage> passages) {
        return passages.isEmpty()
                || passages.stream()
                        .anyMatch(passage -> embeddings.supports(
                                passage.article().frontMatter().language()));
    }

    private static boolean hasWordOverlap(Question question, List<Passage> passages) {
        return passages.stream()
                .collect(Collectors.groupingBy(
                        passage -> passage.article().frontMatter().language()))
                .entrySet()
                .stream()
                .anyMatch(found -> hasWordOverlap(
                        question.textIn(found.getKey()).orElse(question.text()), found.getKey(), found.getValue()));
    }

    private static boolean hasWordOverlap(String text, String language, List<Passage> passages) {
        Set<String> there = passages.stream()
                .flatMap(passage -> Word.tokenize(passage.paragraph().text(), language).stream())
                .map(Word::stem)
                .collect(Collectors.toSet());
        return wordOverlap(text, language, there) > MIN_WORD_OVERLAP;
    }

    /** The part of a text's words that are among others. */
    private static double wordOverlap(String text, String language, Set<String> there) {
        Set<String> words = Word.stems(Word.tokenize(text, language));
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(there::contains).count() / words.size();
    }

    private static boolean hasReadableArticle(Question question, List<Article> articles) {
        return articles.stream()
                .anyMatch(article ->
                        question.textIn(article.frontMatter().language()).isPresent());
    }

    /** Asks about a year after that of the newest passage, or about now. */
    private static boolean isAboutLater(Question question, List<Passage> passages) {
        Optional<LocalDate> newest = newest(passages);
        if (newest.isEmpty()) {
            return false;
        }
        boolean laterYear = YEAR.matcher(question.text())
                .results()
                .anyMatch(year ->
                        Year.parse(year.group()).getValue() > newest.get().getYear());
        return laterYear || NOW.matcher(question.text()).find();
    }

    private static Optional<LocalDate> newest(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.article().frontMatter().date().stream())
                .max(Comparator.naturalOrder());
    }

    private static String message(Reason reason, Question question, List<Passage> passages) {
        String date = newest(passages)
                .map(day -> Messages.date(day, question.language()))
                .orElse("");
        return Messages.get(question.language(), "not_found." + reason.code(), date);
    }

    private List<Evidence> closest(Question question, List<Passage> passages) {
        return passages.stream()
                .flatMap(passage ->
                        comparableText(question, passage.article().frontMatter().language())
                                .map(text -> closest(text, passage))
                                .stream())
                .filter(near -> near.similarity >= MIN_SIMILARITY)
                .sorted(Comparator.comparingDouble(ScoredEvidence::similarity).reversed())
                .limit(MAX_CLOSEST)
                .map(ScoredEvidence::evidence)
                .toList();
    }

    /** What to compare with sentences in a language: the question in it, or as it was asked, if that can be compared. */
    private Optional<String> comparableText(Question question, String language) {
        boolean comparable = embeddings.supports(language) && embeddings.supports(question.detectedLanguage());
        return question.textIn(language).or(() -> Optional.of(question.text()).filter(text -> comparable));
    }

    private record ScoredEvidence(Evidence evidence, double similarity) {}

    private ScoredEvidence closest(String asked, Passage passage) {
        return passage.article().sentences(passage.paragraph()).stream()
                .map(span -> new Evidence(passage.article(), passage.paragraph(), span))
                .map(evidence -> new ScoredEvidence(evidence, similarity(asked, evidence)))
                .max(Comparator.comparingDouble(ScoredEvidence::similarity))
                .orElseThrow();
    }

    /** A cosine, or the part of its words that are there where nobody knows what they mean. */
    private double similarity(String asked, Evidence evidence) {
        String language = evidence.article().frontMatter().language();
        return embeddings.supports(language)
                ? EmbeddingCache.cosine(embeddings.embed(asked), embeddings.embed(evidence.quote()))
                : wordOverlap(asked, language, Word.stems(Word.tokenize(evidence.quote(), language)));
    }
}

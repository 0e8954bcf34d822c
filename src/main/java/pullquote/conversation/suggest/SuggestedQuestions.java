package pullquote.conversation.suggest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Answer;
import pullquote.answer.AnswerListener;
import pullquote.answer.Answerer;
import pullquote.answer.Evidence;
import pullquote.article.Article;
import pullquote.article.CuratedQuestion;
import pullquote.article.Library;
import pullquote.query.Question;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;

/**
 * Suggests questions that users may ask next: the editors' first, then generated ones. Each was asked once in the
 * background and is suggested only if the expected paragraph answered it. Requests only select from these questions.
 */
public final class SuggestedQuestions implements AutoCloseable {
    /** The maximum number of suggestions with an answer. */
    public static final int MAX_SHOWN = 3;

    private static final Logger log = LoggerFactory.getLogger(SuggestedQuestions.class);
    /** Limits on generated questions, kept and tried, so that long articles do not take too long. */
    private static final int MAX_GENERATED_PER_ARTICLE = 12;

    private static final int MAX_ATTEMPTS_PER_ARTICLE = 60;

    /** A question that was answered from this paragraph. */
    private record VerifiedQuestion(String question, String articleId, int paragraph) {
        private boolean isCitedIn(Set<String> citedParagraphs) {
            return citedParagraphs.contains(paragraphKey(articleId, paragraph));
        }
    }

    private final Library library;
    private final Answerer answerer;
    private final Map<String, List<VerifiedQuestion>> questionsByArticle = new ConcurrentHashMap<>();
    private final CountDownLatch completed = new CountDownLatch(1);
    private volatile boolean closed;

    /** @param answerer checks the questions; should not use an LLM, because there are many of them */
    public SuggestedQuestions(Library library, Answerer answerer) {
        this.library = library;
        this.answerer = answerer;
    }

    /** Starts to generate and check questions in the background. Must be called only once. */
    public void start() {
        var thread = new Thread(this::findAll, "suggestions");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Waits until all questions are checked, or until the timeout. */
    public void await(Duration timeout) throws InterruptedException {
        if (!completed.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("Suggestions are not complete yet");
        }
    }

    /** Returns up to {@value #MAX_SHOWN} first questions for an article; fewer while they are still being checked. */
    public List<String> initialQuestions(Article article) {
        return select(questionsFor(article.id()), Set.of(), Set.of());
    }

    /** Returns the answer with suggestions: no question asked before, and preferably about paragraphs not yet cited. */
    public Answer addTo(Answer answer, Question asked, List<Turn> history) {
        Set<String> known = new HashSet<>();
        known.add(normalize(asked.text()));
        known.add(normalize(answer.question().text()));
        Set<String> citedParagraphs = new HashSet<>();
        answer.citations().forEach(citation -> citedParagraphs.add(paragraphKey(citation.evidence())));
        for (Turn turn : history) {
            known.add(normalize(turn.question()));
            known.add(normalize(turn.standaloneQuestion()));
            turn.citations().forEach(cited -> citedParagraphs.add(paragraphKey(cited.articleId(), cited.paragraph())));
        }
        return answer.withSuggestions(select(candidates(answer, asked, history), known, citedParagraphs));
    }

    /** Returns the questions of the conversation's article, or of all articles in turn if there is none. */
    private List<VerifiedQuestion> candidates(Answer answer, Question asked, List<Turn> history) {
        Optional<String> cited = answer.citations().stream()
                .findFirst()
                .map(c -> c.evidence().article().id());
        Optional<String> last = history.stream()
                .flatMap(turn -> turn.citations().stream())
                .reduce((one, next) -> next)
                .map(StoredCitation::articleId)
                .filter(id -> library.article(id).isPresent());
        return asked.articleId()
                .or(() -> cited)
                .or(() -> last)
                .map(this::questionsFor)
                .orElseGet(this::roundRobin);
    }

    private List<VerifiedQuestion> questionsFor(String articleId) {
        return questionsByArticle.getOrDefault(articleId, List.of());
    }

    private List<VerifiedQuestion> roundRobin() {
        List<List<VerifiedQuestion>> all = library.articles().stream()
                .map(article -> questionsFor(article.id()))
                .toList();
        int longest = all.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, i -> i < longest, i -> i + 1)
                .flatMap(i -> all.stream().filter(some -> some.size() > i).map(some -> some.get(i)))
                .toList();
    }

    /** Prefers questions about paragraphs that were not cited yet, and different paragraphs. */
    private static List<String> select(List<VerifiedQuestion> from, Set<String> known, Set<String> citedParagraphs) {
        List<VerifiedQuestion> rest = new ArrayList<>(from.stream()
                .filter(one -> !known.contains(normalize(one.question)))
                .sorted(Comparator.comparing(one -> one.isCitedIn(citedParagraphs)))
                .toList());
        Set<String> taken = new HashSet<>();
        var chosen = new ArrayList<String>();
        while (chosen.size() < MAX_SHOWN && !rest.isEmpty()) {
            VerifiedQuestion next = rest.stream()
                    .filter(one -> !one.isCitedIn(taken) && !one.isCitedIn(citedParagraphs))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            taken.add(paragraphKey(next.articleId, next.paragraph));
            chosen.add(next.question);
        }
        return chosen;
    }

    private void findAll() {
        try {
            library.articles()
                    .forEach(article -> library.questions(article).forEach(one -> verifyCurated(article, one)));
            library.articles().forEach(this::generate);
        } catch (RuntimeException e) {
            log.error("Failed to check suggestions; no more are added", e);
        } finally {
            completed.countDown();
        }
    }

    private void verifyCurated(Article article, CuratedQuestion question) {
        if (question.isUnanswerable() || closed) {
            return;
        }
        List<Evidence> evidence = findEvidence(question.text(), article);
        evidence.stream()
                .map(one -> one.paragraph().number())
                .filter(number -> question.paragraph().orElse(number).equals(number))
                .findFirst()
                .ifPresentOrElse(
                        number -> add(new VerifiedQuestion(question.text(), article.id(), number)),
                        () -> log.warn(
                                "{}: the editors' question in line {} is not answered from its article, so it is not"
                                        + " suggested. Test it with “eval”.",
                                article.id(),
                                question.line()));
    }

    private void generate(Article article) {
        int kept = 0;
        int asked = 0;
        for (GeneratedQuestion generated : GeneratedQuestion.generate(article)) {
            if (closed || kept == MAX_GENERATED_PER_ARTICLE || asked++ == MAX_ATTEMPTS_PER_ARTICLE) {
                return;
            }
            if (findEvidence(generated.text(), article).contains(generated.source())) {
                add(new VerifiedQuestion(
                        generated.text(),
                        article.id(),
                        generated.source().paragraph().number()));
                kept++;
            }
        }
    }

    private void add(VerifiedQuestion one) {
        List<VerifiedQuestion> known = questionsFor(one.articleId);
        if (known.stream().noneMatch(other -> normalize(other.question).equals(normalize(one.question)))) {
            questionsByArticle.put(
                    one.articleId, Stream.concat(known.stream(), Stream.of(one)).toList());
        }
    }

    /** Returns the evidence found both in the article alone and in all articles; empty if the two do not overlap. */
    private List<Evidence> findEvidence(String question, Article article) {
        List<Evidence> fromArticle = findEvidence(Question.of(question, Optional.empty(), Optional.of(article.id())));
        if (library.articles().size() == 1) {
            return fromArticle;
        }
        List<Evidence> fromAll = findEvidence(Question.of(question));
        return fromArticle.stream().filter(fromAll::contains).toList();
    }

    private List<Evidence> findEvidence(Question question) {
        return answerer.answer(question, AnswerListener.NO_OP).citations().stream()
                .map(citation -> citation.evidence())
                .toList();
    }

    private static String paragraphKey(Evidence evidence) {
        return paragraphKey(evidence.article().id(), evidence.paragraph().number());
    }

    private static String paragraphKey(String articleId, int paragraph) {
        return articleId + "#" + paragraph;
    }

    /** Reduces a question to lower-case letters and digits, so that punctuation is ignored in comparisons. */
    private static String normalize(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public void close() {
        closed = true;
    }
}

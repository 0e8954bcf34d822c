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
 * Questions that readers may ask next. Each has been asked before it is shown, and was answered from the place it is
 * about: the editors' first, then such as were made of the articles. They are found in the background, once; a request
 * only chooses among them.
 */
public final class SuggestedQuestions implements AutoCloseable {
    /** How many are shown at a time. */
    public static final int MAX_SHOWN = 3;

    private static final Logger log = LoggerFactory.getLogger(SuggestedQuestions.class);
    /** So many made ones are kept of one article, and so many asked to find them: else long articles would take long. */
    private static final int MAX_GENERATED_PER_ARTICLE = 12;

    private static final int MAX_ATTEMPTS_PER_ARTICLE = 60;

    /** One that has been asked and was answered from this paragraph. */
    private record VerifiedQuestion(String question, String articleId, int paragraph) {
        private boolean isCitedIn(Set<String> places) {
            return places.contains(paragraphKey(articleId, paragraph));
        }
    }

    private final Library library;
    private final Answerer answerer;
    private final Map<String, List<VerifiedQuestion>> questionsByArticle = new ConcurrentHashMap<>();
    private final CountDownLatch completed = new CountDownLatch(1);
    private volatile boolean closed;

    /** @param asker answers without a model: it is asked many questions */
    public SuggestedQuestions(Library library, Answerer asker) {
        this.library = library;
        this.answerer = asker;
    }

    /** Begins to find them, in the background. To be called once. */
    public void start() {
        var thread = new Thread(this::findAll, "suggestions");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Waits until all are found, but no longer than that. */
    public void await(Duration patience) throws InterruptedException {
        if (!completed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("not all suggestions are found yet");
        }
    }

    /** What to ask an article first: at most {@value #MAX_SHOWN}; none as long as they are not found. */
    public List<String> initialQuestions(Article article) {
        return select(questionsFor(article.id()), Set.of(), Set.of());
    }

    /** The same answer with questions to go on with: none that was asked before, and rather about something else. */
    public Answer addTo(Answer answer, Question asked, List<Turn> before) {
        Set<String> known = new HashSet<>();
        known.add(normalize(asked.text()));
        known.add(normalize(answer.question().text()));
        Set<String> places = new HashSet<>();
        answer.citations().forEach(citation -> places.add(paragraphKey(citation.evidence())));
        for (Turn exchange : before) {
            known.add(normalize(exchange.question()));
            known.add(normalize(exchange.standaloneQuestion()));
            exchange.citations().forEach(cited -> places.add(paragraphKey(cited.articleId(), cited.paragraph())));
        }
        return answer.withSuggestions(select(candidates(answer, asked, before), known, places));
    }

    /** Of the article that is spoken of; or of all, one of each in turn. */
    private List<VerifiedQuestion> candidates(Answer answer, Question asked, List<Turn> before) {
        Optional<String> cited = answer.citations().stream()
                .findFirst()
                .map(c -> c.evidence().article().id());
        Optional<String> last = before.stream()
                .flatMap(exchange -> exchange.citations().stream())
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
        int most = all.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, i -> i < most, i -> i + 1)
                .flatMap(i -> all.stream().filter(some -> some.size() > i).map(some -> some.get(i)))
                .toList();
    }

    /** First those about what was not cited yet; of one paragraph not two, as long as there are others. */
    private static List<String> select(List<VerifiedQuestion> from, Set<String> known, Set<String> places) {
        List<VerifiedQuestion> rest = new ArrayList<>(from.stream()
                .filter(one -> !known.contains(normalize(one.question)))
                .sorted(Comparator.comparing(one -> one.isCitedIn(places)))
                .toList());
        Set<String> taken = new HashSet<>();
        var chosen = new ArrayList<String>();
        while (chosen.size() < MAX_SHOWN && !rest.isEmpty()) {
            VerifiedQuestion next = rest.stream()
                    .filter(one -> !one.isCitedIn(taken) && !one.isCitedIn(places))
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
            log.error("No more suggestions could be found", e);
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
                                "{}: the question in line {} of the editors is not answered from its article,"
                                        + " and not suggested. Ask it with “eval”.",
                                article.id(),
                                question.line()));
    }

    private void generate(Article article) {
        int kept = 0;
        int asked = 0;
        for (GeneratedQuestion made : GeneratedQuestion.generate(article)) {
            if (closed || kept == MAX_GENERATED_PER_ARTICLE || asked++ == MAX_ATTEMPTS_PER_ARTICLE) {
                return;
            }
            if (findEvidence(made.text(), article).contains(made.source())) {
                add(new VerifiedQuestion(
                        made.text(), article.id(), made.source().paragraph().number()));
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

    /** What the answer rests on, asked of the article and of all of them alike; none unless both rest on the article. */
    private List<Evidence> findEvidence(String question, Article article) {
        List<Evidence> alone = findEvidence(Question.of(question, Optional.empty(), Optional.of(article.id())));
        if (library.articles().size() == 1) {
            return alone;
        }
        List<Evidence> among = findEvidence(Question.of(question));
        return alone.stream().filter(among::contains).toList();
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

    /** Its letters and digits: two that differ in marks alone are one. */
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

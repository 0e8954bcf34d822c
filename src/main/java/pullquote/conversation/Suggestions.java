package pullquote.conversation;

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
import pullquote.answer.Question;
import pullquote.answer.question.MadeQuestion;
import pullquote.article.Article;
import pullquote.article.EditorQuestion;
import pullquote.article.Library;

/**
 * Questions that readers may ask next. Each has been asked before it is shown, and was answered from the place it is
 * about: the editors' first, then such as were made of the articles. They are found in the background, once; a request
 * only chooses among them.
 */
public final class Suggestions implements AutoCloseable {
    /** How many are shown at a time. */
    public static final int SHOWN = 3;

    private static final Logger log = LoggerFactory.getLogger(Suggestions.class);
    /** So many made ones are kept of one article, and so many asked to find them: else long articles would take long. */
    private static final int KEPT = 12;

    private static final int ASKED = 60;

    /** One that has been asked and was answered from this paragraph. */
    private record Checked(String question, String articleId, int paragraph) {
        private boolean isCitedIn(Set<String> places) {
            return places.contains(place(articleId, paragraph));
        }
    }

    private final Library library;
    private final Answerer asker;
    private final Map<String, List<Checked>> checked = new ConcurrentHashMap<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean closed;

    /** @param asker answers without a model: it is asked many questions */
    public Suggestions(Library library, Answerer asker) {
        this.library = library;
        this.asker = asker;
    }

    /** Begins to find them, in the background. To be called once. */
    public void prepare() {
        var thread = new Thread(this::find, "suggestions");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Waits until all are found, but no longer than that. */
    public void await(Duration patience) throws InterruptedException {
        if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("not all suggestions are found yet");
        }
    }

    /** What to ask an article first: at most {@value #SHOWN}; none as long as they are not found. */
    public List<String> of(Article article) {
        return choose(all(article.id()), Set.of(), Set.of());
    }

    /** The same answer with questions to go on with: none that was asked before, and rather about something else. */
    Answer beside(Answer answer, Question asked, List<Exchange> before) {
        Set<String> known = new HashSet<>();
        known.add(bare(asked.text()));
        known.add(bare(answer.question().text()));
        Set<String> places = new HashSet<>();
        answer.citations().forEach(citation -> places.add(place(citation.evidence())));
        for (Exchange exchange : before) {
            known.add(bare(exchange.question()));
            known.add(bare(exchange.standalone()));
            exchange.citations().forEach(cited -> places.add(place(cited.articleId(), cited.paragraph())));
        }
        return answer.suggesting(choose(candidates(answer, asked, before), known, places));
    }

    /** Of the article that is spoken of; or of all, one of each in turn. */
    private List<Checked> candidates(Answer answer, Question asked, List<Exchange> before) {
        Optional<String> cited = answer.citations().stream()
                .findFirst()
                .map(c -> c.evidence().article().id());
        Optional<String> last = before.stream()
                .flatMap(exchange -> exchange.citations().stream())
                .reduce((one, next) -> next)
                .map(Cited::articleId)
                .filter(id -> library.article(id).isPresent());
        return asked.articleId().or(() -> cited).or(() -> last).map(this::all).orElseGet(this::inTurn);
    }

    private List<Checked> all(String articleId) {
        return checked.getOrDefault(articleId, List.of());
    }

    private List<Checked> inTurn() {
        List<List<Checked>> all =
                library.articles().stream().map(article -> all(article.id())).toList();
        int most = all.stream().mapToInt(List::size).max().orElse(0);
        return Stream.iterate(0, i -> i < most, i -> i + 1)
                .flatMap(i -> all.stream().filter(some -> some.size() > i).map(some -> some.get(i)))
                .toList();
    }

    /** First those about what was not cited yet; of one paragraph not two, as long as there are others. */
    private static List<String> choose(List<Checked> from, Set<String> known, Set<String> places) {
        List<Checked> rest = new ArrayList<>(from.stream()
                .filter(one -> !known.contains(bare(one.question)))
                .sorted(Comparator.comparing(one -> one.isCitedIn(places)))
                .toList());
        Set<String> taken = new HashSet<>();
        var chosen = new ArrayList<String>();
        while (chosen.size() < SHOWN && !rest.isEmpty()) {
            Checked next = rest.stream()
                    .filter(one -> !one.isCitedIn(taken) && !one.isCitedIn(places))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            taken.add(place(next.articleId, next.paragraph));
            chosen.add(next.question);
        }
        return chosen;
    }

    private void find() {
        try {
            library.articles().forEach(article -> library.questions(article).forEach(one -> check(article, one)));
            library.articles().forEach(this::make);
        } catch (RuntimeException e) {
            log.error("No more suggestions could be found", e);
        } finally {
            done.countDown();
        }
    }

    private void check(Article article, EditorQuestion question) {
        if (question.isUnanswerable() || closed) {
            return;
        }
        List<Evidence> evidence = evidence(question.text(), article);
        evidence.stream()
                .map(one -> one.paragraph().number())
                .filter(number -> question.paragraph().orElse(number).equals(number))
                .findFirst()
                .ifPresentOrElse(
                        number -> add(new Checked(question.text(), article.id(), number)),
                        () -> log.warn(
                                "{}: the question in line {} of the editors is not answered from its article,"
                                        + " and not suggested. Ask it with “eval”.",
                                article.id(),
                                question.line()));
    }

    private void make(Article article) {
        int kept = 0;
        int asked = 0;
        for (MadeQuestion made : MadeQuestion.of(article)) {
            if (closed || kept == KEPT || asked++ == ASKED) {
                return;
            }
            if (evidence(made.text(), article).contains(made.source())) {
                add(new Checked(
                        made.text(), article.id(), made.source().paragraph().number()));
                kept++;
            }
        }
    }

    private void add(Checked one) {
        List<Checked> known = all(one.articleId);
        if (known.stream().noneMatch(other -> bare(other.question).equals(bare(one.question)))) {
            checked.put(
                    one.articleId, Stream.concat(known.stream(), Stream.of(one)).toList());
        }
    }

    /** What the answer rests on, asked of the article and of all of them alike; none unless both rest on the article. */
    private List<Evidence> evidence(String question, Article article) {
        List<Evidence> alone = evidence(Question.of(question, Optional.empty(), Optional.of(article.id())));
        if (library.articles().size() == 1) {
            return alone;
        }
        List<Evidence> among = evidence(Question.of(question));
        return alone.stream().filter(among::contains).toList();
    }

    private List<Evidence> evidence(Question question) {
        return asker.answer(question, AnswerListener.NONE).citations().stream()
                .map(citation -> citation.evidence())
                .toList();
    }

    private static String place(Evidence evidence) {
        return place(evidence.article().id(), evidence.paragraph().number());
    }

    private static String place(String articleId, int paragraph) {
        return articleId + "#" + paragraph;
    }

    /** Its letters and digits: two that differ in marks alone are one. */
    private static String bare(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @Override
    public void close() {
        closed = true;
    }
}

package pullquote.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.NoAnswerPolicy.NoAnswer;
import pullquote.query.QueryTranslator;
import pullquote.query.Question;
import pullquote.query.Reason;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Retriever;
import pullquote.text.Messages;
import pullquote.text.RandomIds;

/** The path from a question to an answer: find passages, have sentences drafted from them, let through what is proved. */
public final class Answerer {
    private static final Logger log = LoggerFactory.getLogger(Answerer.class);
    private static final int MAX_PASSAGES = 8;

    private final Retriever retriever;
    private final Generator generator;
    private final Generator fallback;
    private final Verifier verifier;
    private final NoAnswerPolicy noAnswerPolicy;
    private final QueryTranslator translator;
    private final Predicate<Question> left;
    private final Optional<Answerer> other;

    /**
     * @param writer drafts the answers
     * @param fallback does so where {@code writer} fails or has nothing that can be proved; may be the same
     */
    public Answerer(Retriever retriever, Generator writer, Generator fallback, Verifier proof, NoAnswerPolicy refusal) {
        this(retriever, writer, fallback, proof, refusal, QueryTranslator.NONE);
    }

    /** @param translator puts questions into the languages of articles before these are searched */
    public Answerer(
            Retriever retriever,
            Generator writer,
            Generator fallback,
            Verifier proof,
            NoAnswerPolicy refusal,
            QueryTranslator translator) {
        this(retriever, writer, fallback, proof, refusal, translator, question -> false, Optional.empty());
    }

    private Answerer(
            Retriever retriever,
            Generator writer,
            Generator fallback,
            Verifier proof,
            NoAnswerPolicy refusal,
            QueryTranslator translator,
            Predicate<Question> left,
            Optional<Answerer> other) {
        this.retriever = retriever;
        this.generator = writer;
        this.fallback = fallback;
        this.verifier = proof;
        this.noAnswerPolicy = refusal;
        this.translator = translator;
        this.left = left;
        this.other = other;
    }

    /** The same, but some of the questions are left to another, who knows more of their languages. */
    public Answerer leaving(Predicate<Question> some, Answerer other) {
        return new Answerer(
                retriever, generator, fallback, verifier, noAnswerPolicy, translator, some, Optional.of(other));
    }

    /** Answers, and tells the listener of each step. Fails if the fallback does, and never for what a model does. */
    public Answer answer(Question asked, AnswerListener listener) {
        if (other.isPresent() && left.test(asked)) {
            return other.get().answer(asked, listener);
        }
        long start = System.nanoTime();
        Question question = translator.translate(asked);
        String id = RandomIds.next();
        List<Passage> passages = retriever.retrieve(question.query(), MAX_PASSAGES);
        listener.onPassages(passages);

        Generator last = fallback;
        boolean failed = false;
        for (Generator candidate : generators(question, passages)) {
            last = candidate;
            var sheet = new AnswerBuilder(verifier, passages, listener);
            boolean whole = runGenerator(candidate, question, passages, sheet);
            if (!sheet.sentences().isEmpty()) {
                Optional<String> notice = !whole
                        ? notice("broken_off", question)
                        : failed ? notice("articles_alone", question) : Optional.empty();
                return Answer.answered(
                        id,
                        question,
                        sheet.sentences(),
                        sheet.citations(),
                        candidate.name(),
                        notice,
                        elapsedSince(start));
            }
            failed |= !whole;
            // A writer that read the passages and found no answer there is taken at its word.
            if (candidate == fallback || listener.isCancelled() || whole && !sheet.hasDrafts()) {
                break;
            }
        }
        NoAnswer refused = noAnswerPolicy.explain(question, passages);
        return Answer.unanswered(
                id,
                question,
                refused.reason(),
                refused.text(),
                refused.closest(),
                last.name(),
                failed ? notice("searched_alone", question) : Optional.empty(),
                elapsedSince(start));
    }

    /** A model says something true also where it was asked for something else; so it is not asked. */
    private List<Generator> generators(Question question, List<Passage> passages) {
        boolean hopeless = passages.isEmpty()
                || generator != fallback
                        && noAnswerPolicy.explain(question, passages).reason() == Reason.OFF_TOPIC;
        return hopeless ? List.of() : List.of(generator, fallback);
    }

    private static Optional<String> notice(String key, Question question) {
        return Optional.of(Messages.get(question.language(), "notice." + key));
    }

    /** Each sentence that is proved stands, also if its writer breaks off after it. */
    private boolean runGenerator(Generator candidate, Question question, List<Passage> passages, AnswerBuilder sheet) {
        try {
            candidate.generate(question, passages, sheet);
            return true;
        } catch (GeneratorException e) {
            log.warn("{} broke off: {}", candidate.name(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // With nobody left to ask, "the articles do not say" would be untrue.
            if (candidate == fallback || sheet.isListenerError(e)) {
                throw e;
            }
            log.error("{} failed", candidate.name(), e);
            return false;
        }
    }

    private static Duration elapsedSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

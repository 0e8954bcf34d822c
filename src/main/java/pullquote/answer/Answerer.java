package pullquote.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Refusal.Refused;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Retriever;

/** The path from a question to an answer: find passages, have sentences drafted from them, let through what is proved. */
public final class Answerer {
    private static final Logger log = LoggerFactory.getLogger(Answerer.class);
    private static final int PASSAGES = 8;

    private final Retriever retriever;
    private final Writer writer;
    private final Writer fallback;
    private final Proof proof;
    private final Refusal refusal;
    private final Translator translator;
    private final Predicate<Question> left;
    private final Optional<Answerer> other;

    /**
     * @param writer drafts the answers
     * @param fallback does so where {@code writer} fails or has nothing that can be proved; may be the same
     */
    public Answerer(Retriever retriever, Writer writer, Writer fallback, Proof proof, Refusal refusal) {
        this(retriever, writer, fallback, proof, refusal, Translator.NONE);
    }

    /** @param translator puts questions into the languages of articles before these are searched */
    public Answerer(
            Retriever retriever, Writer writer, Writer fallback, Proof proof, Refusal refusal, Translator translator) {
        this(retriever, writer, fallback, proof, refusal, translator, question -> false, Optional.empty());
    }

    private Answerer(
            Retriever retriever,
            Writer writer,
            Writer fallback,
            Proof proof,
            Refusal refusal,
            Translator translator,
            Predicate<Question> left,
            Optional<Answerer> other) {
        this.retriever = retriever;
        this.writer = writer;
        this.fallback = fallback;
        this.proof = proof;
        this.refusal = refusal;
        this.translator = translator;
        this.left = left;
        this.other = other;
    }

    /** The same, but some of the questions are left to another, who knows more of their languages. */
    public Answerer leaving(Predicate<Question> some, Answerer other) {
        return new Answerer(retriever, writer, fallback, proof, refusal, translator, some, Optional.of(other));
    }

    /** Answers, and tells the listener of each step. Fails if the fallback does, and never for what a model does. */
    public Answer answer(Question asked, AnswerListener listener) {
        if (other.isPresent() && left.test(asked)) {
            return other.get().answer(asked, listener);
        }
        long start = System.nanoTime();
        Question question = translator.translated(asked);
        String id = Ids.next();
        List<Passage> passages = retriever.retrieve(question.query(), PASSAGES);
        listener.passages(passages);

        Writer last = fallback;
        boolean failed = false;
        for (Writer candidate : writers(question, passages)) {
            last = candidate;
            var sheet = new Sheet(proof, passages, listener);
            boolean whole = isWrittenToTheEnd(candidate, question, passages, sheet);
            if (!sheet.sentences().isEmpty()) {
                Optional<String> notice = !whole
                        ? notice("broken_off", question)
                        : failed ? notice("articles_alone", question) : Optional.empty();
                return Answer.found(
                        id, question, sheet.sentences(), sheet.citations(), candidate.name(), notice, since(start));
            }
            failed |= !whole;
            // A writer that read the passages and found no answer there is taken at its word.
            if (candidate == fallback || listener.isGone() || whole && !sheet.isDrafted()) {
                break;
            }
        }
        Refused refused = refusal.of(question, passages);
        return Answer.notFound(
                id,
                question,
                refused.reason(),
                refused.text(),
                refused.closest(),
                last.name(),
                failed ? notice("searched_alone", question) : Optional.empty(),
                since(start));
    }

    /** A model says something true also where it was asked for something else; so it is not asked. */
    private List<Writer> writers(Question question, List<Passage> passages) {
        boolean hopeless = passages.isEmpty()
                || writer != fallback && refusal.of(question, passages).reason() == Reason.OFF_TOPIC;
        return hopeless ? List.of() : List.of(writer, fallback);
    }

    private static Optional<String> notice(String key, Question question) {
        return Optional.of(Messages.in(question.language(), "notice." + key));
    }

    /** Each sentence that is proved stands, also if its writer breaks off after it. */
    private boolean isWrittenToTheEnd(Writer candidate, Question question, List<Passage> passages, Sheet sheet) {
        try {
            candidate.write(question, passages, sheet);
            return true;
        } catch (WriterException e) {
            log.warn("{} broke off: {}", candidate.name(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // With nobody left to ask, "the articles do not say" would be untrue.
            if (candidate == fallback || sheet.isFaultOfListener(e)) {
                throw e;
            }
            log.error("{} failed", candidate.name(), e);
            return false;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

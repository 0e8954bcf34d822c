package pullquote.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.query.Question;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Retriever;
import pullquote.text.Messages;
import pullquote.text.RandomIds;

/** The path from a question to an answer: retrieve passages, draft sentences from them, keep those that are verified. */
public final class Answerer {
    private static final Logger log = LoggerFactory.getLogger(Answerer.class);
    private static final int MAX_PASSAGES = 8;

    private final Retriever retriever;
    private final Generator generator;
    private final Generator fallback;
    private final Verifier verifier;
    private final NoAnswerPolicy noAnswerPolicy;

    /**
     * Creates an answerer.
     *
     * @param generator drafts answers
     * @param fallback drafts them if {@code generator} fails or if none of its sentences can be verified; may be the same
     */
    public Answerer(
            Retriever retriever,
            Generator generator,
            Generator fallback,
            Verifier verifier,
            NoAnswerPolicy noAnswerPolicy) {
        this.retriever = retriever;
        this.generator = generator;
        this.fallback = fallback;
        this.verifier = verifier;
        this.noAnswerPolicy = noAnswerPolicy;
    }

    /** Answers a question and reports each step. A failure of the model never fails the answer; one of the fallback does. */
    public Answer answer(Question question, AnswerListener listener) {
        long start = System.nanoTime();
        String id = RandomIds.next();
        List<Passage> passages = retriever.retrieve(question.query(), MAX_PASSAGES);
        listener.onPassages(passages);

        Generator last = fallback;
        boolean failed = false;
        for (Generator candidate : generators(passages)) {
            last = candidate;
            var builder = new AnswerBuilder(verifier, passages, listener);
            boolean completed = runGenerator(candidate, question, passages, builder);
            if (!builder.sentences().isEmpty()) {
                Optional<String> notice = !completed
                        ? notice("broken_off", question)
                        : failed ? notice("articles_alone", question) : Optional.empty();
                return Answer.answered(
                        id,
                        question,
                        builder.sentences(),
                        builder.citations(),
                        candidate.name(),
                        notice,
                        elapsedSince(start));
            }
            failed |= !completed;
            // A generator that finished without a sentence has found no answer in the passages.
            if (candidate == fallback || listener.isCancelled() || completed && !builder.hasDrafts()) {
                break;
            }
        }
        NoAnswer noAnswer = noAnswerPolicy.decide(question, passages);
        return Answer.unanswered(
                id,
                question,
                noAnswer.reason(),
                NoAnswerMessage.of(noAnswer, question),
                noAnswer.closest(),
                last.name(),
                failed ? notice("searched_alone", question) : Optional.empty(),
                elapsedSince(start));
    }

    /** Only an empty library keeps a question from the model: whether it is off topic is the model's to say. */
    private List<Generator> generators(List<Passage> passages) {
        return passages.isEmpty() ? List.of() : List.of(generator, fallback);
    }

    private static Optional<String> notice(String key, Question question) {
        return Optional.of(Messages.get(question.messageLanguage(), "notice." + key));
    }

    /** Returns true if the generator finished. Sentences verified before a failure stay. */
    private boolean runGenerator(
            Generator candidate, Question question, List<Passage> passages, AnswerBuilder builder) {
        try {
            candidate.generate(question, passages, builder);
            return true;
        } catch (GeneratorException e) {
            log.warn("{} stopped early: {}", candidate.name(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // The fallback failed, so "not found" would be wrong.
            if (candidate == fallback || builder.isListenerError(e)) {
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

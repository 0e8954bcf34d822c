package pullquote.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.retrieval.Passage;
import pullquote.retrieval.Query;
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

    /**
     * @param writer drafts the answers
     * @param fallback does so where {@code writer} fails or has nothing that can be proved; may be the same
     */
    public Answerer(Retriever retriever, Writer writer, Writer fallback, Proof proof, Refusal refusal) {
        this.retriever = retriever;
        this.writer = writer;
        this.fallback = fallback;
        this.proof = proof;
        this.refusal = refusal;
    }

    /** Answers, and tells the listener of each step. Never fails for what a model does. */
    public Answer answer(Question question, AnswerListener listener) {
        long start = System.nanoTime();
        String id = Ids.next();
        List<Passage> passages = retriever.retrieve(new Query(question.text(), question.articleId()), PASSAGES);
        listener.passages(passages);

        Optional<Reason> atOnce = refusal.beforeWriting(question, passages);
        if (atOnce.isEmpty()) {
            for (Writer candidate : writer == fallback ? List.of(writer) : List.of(writer, fallback)) {
                Sheet sheet = written(candidate, question, passages, listener);
                if (!sheet.sentences().isEmpty()) {
                    return Answer.found(
                            id, question, sheet.sentences(), sheet.citations(), candidate.name(), since(start));
                }
            }
        }
        Reason reason = atOnce.orElseGet(() -> refusal.afterWriting(question, passages));
        return Answer.notFound(
                id,
                question,
                reason,
                refusal.inWords(reason, question),
                refusal.closest(question, passages),
                writer.name(),
                since(start));
    }

    /** What the writer wrote and the proof let through; each such sentence stands, also if the writer broke off. */
    private Sheet written(Writer writer, Question question, List<Passage> passages, AnswerListener listener) {
        var sheet = new Sheet(proof, passages, listener);
        try {
            writer.write(question, passages, sheet);
        } catch (WriterException e) {
            log.warn("{} broke off: {}", writer.name(), e.getMessage());
        }
        return sheet;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

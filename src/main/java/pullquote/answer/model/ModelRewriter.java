package pullquote.answer.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.answer.Question;
import pullquote.answer.Rewriter;
import pullquote.answer.WriterException;

/** Has a language model rewrite a question. It is asked once, and not waited for long: there are rules to fall back on. */
public final class ModelRewriter implements Rewriter {
    private static final Logger log = LoggerFactory.getLogger(ModelRewriter.class);
    private static final int MOST_CHARACTERS = 2_000;
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ModelServer server;
    private final Prompts prompts;
    private final Standing standing = new Standing(FAILURES_IN_A_ROW, REST);

    public ModelRewriter(ModelServer server, Prompts prompts) {
        this.server = server;
        this.prompts = prompts;
    }

    @Override
    public Optional<String> standalone(Question asked, List<String> said) {
        var words = new StringBuilder();
        try {
            standing.watch(() -> hear(asked, said, words));
        } catch (WriterException e) {
            log.warn("the question was not rewritten: {}", e.getMessage());
            return Optional.empty();
        }
        String rewritten = new ThinkingAloud().leftOf(words.toString()).strip();
        return rewritten.isEmpty() ? Optional.empty() : Optional.of(rewritten);
    }

    private void hear(Question asked, List<String> said, StringBuilder words) throws WriterException {
        var request =
                ChatRequest.builder().messages(prompts.standalone(asked, said)).build();
        ModelCall call = ModelCall.begin(server, request);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (words.length() <= MOST_CHARACTERS) {
                ModelCall.News news = call.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                if (news == null) {
                    throw new Unavailable("no answer in " + PATIENCE.toSeconds() + " s");
                } else if (news instanceof ModelCall.Fault fault) {
                    throw ModelFault.asWriter(fault.cause());
                } else if (news instanceof ModelCall.Words more) {
                    words.append(more.text());
                } else if (news instanceof ModelCall.End end) {
                    if (end.reason() != FinishReason.STOP) {
                        throw new WriterException("cut off: " + end.reason());
                    }
                    return;
                }
            }
            throw new WriterException("cut off: more than " + MOST_CHARACTERS + " characters");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WriterException("interrupted");
        } finally {
            call.cancel();
        }
    }
}

package pullquote.answer.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model. What arrives, on threads of the library, waits in a mailbox for the one thread that reads it.
 * The first end counts: LangChain4j may tell of an error and go on with words, with a second error, or with success.
 */
final class ModelCall implements StreamingChatResponseHandler {
    /** What a model's server lets us know. */
    sealed interface News {}

    record Words(String text) implements News {}

    /** Nothing for readers, but it is alive. */
    record Thought() implements News {}

    /** @param reason null if it did not say that it had come to its end */
    record End(@Nullable FinishReason reason) implements News {}

    record Fault(Throwable cause) implements News {}

    private final BlockingQueue<News> mailbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private Runnable hangUp = () -> {};

    static ModelCall begin(ModelServer server, ChatRequest request) {
        var call = new ModelCall();
        try {
            call.hangUp = server.ask(request, call);
        } catch (RuntimeException e) {
            call.onError(e);
        }
        return call;
    }

    /** The next news, or null if there is none in that time. */
    @Nullable
    News next(Duration patience) throws InterruptedException {
        return mailbox.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Hangs up; does nothing if it has ended. */
    void cancel() {
        over.set(true);
        hangUp.run();
    }

    @Override
    public void onPartialResponse(String words) {
        arrived(new Words(words));
    }

    @Override
    public void onPartialThinking(PartialThinking partial) {
        arrived(new Thought());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        if (over.compareAndSet(false, true)) {
            mailbox.add(new End(response.finishReason()));
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (over.compareAndSet(false, true)) {
            mailbox.add(new Fault(cause));
        }
    }

    private void arrived(News news) {
        if (!over.get()) {
            mailbox.add(news);
        }
    }
}

package pullquote.answer.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
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
    private volatile @Nullable StreamingHandle handle;

    static ModelCall begin(StreamingChatModel model, ChatRequest request) {
        var call = new ModelCall();
        try {
            model.chat(request, call);
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

    /** Hangs up, now or as soon as the model says a word; does nothing if it has ended. */
    void cancel() {
        over.set(true);
        StreamingHandle known = handle;
        if (known != null) {
            known.cancel();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        arrived(new Words(partial.text()), context.streamingHandle());
    }

    @Override
    public void onPartialThinking(PartialThinking partial, PartialThinkingContext context) {
        arrived(new Thought(), context.streamingHandle());
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

    private void arrived(News news, StreamingHandle current) {
        handle = current;
        if (over.get()) {
            current.cancel();
        } else {
            mailbox.add(news);
        }
    }
}

package pullquote.llm;

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
final class StreamingCall implements StreamingChatResponseHandler {
    /** What a model's server lets us know. */
    sealed interface Event {}

    record Text(String text) implements Event {}

    /** Nothing for readers, but it is alive. */
    record Reasoning() implements Event {}

    /** @param reason null if it did not say that it had come to its end */
    record Complete(@Nullable FinishReason reason) implements Event {}

    record Failed(Throwable cause) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean finished = new AtomicBoolean();
    private Runnable cancelAction = () -> {};

    static StreamingCall start(LlmClient server, ChatRequest request) {
        var call = new StreamingCall();
        try {
            call.cancelAction = server.stream(request, call);
        } catch (RuntimeException e) {
            call.onError(e);
        }
        return call;
    }

    /** The next news, or null if there is none in that time. */
    @Nullable
    Event poll(Duration patience) throws InterruptedException {
        return events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Hangs up; does nothing if it has ended. */
    void cancel() {
        finished.set(true);
        cancelAction.run();
    }

    @Override
    public void onPartialResponse(String words) {
        publish(new Text(words));
    }

    @Override
    public void onPartialThinking(PartialThinking partial) {
        publish(new Reasoning());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        if (finished.compareAndSet(false, true)) {
            events.add(new Complete(response.finishReason()));
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (finished.compareAndSet(false, true)) {
            events.add(new Failed(cause));
        }
    }

    private void publish(Event news) {
        if (!finished.get()) {
            events.add(news);
        }
    }
}

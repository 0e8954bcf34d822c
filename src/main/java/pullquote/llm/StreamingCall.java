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
 * One call of a model. Events arrive on the library's threads and wait in a queue for the thread that reads them. Only
 * the first terminal event counts: LangChain4j can report an error and then continue with text, another error, or
 * success.
 */
final class StreamingCall implements StreamingChatResponseHandler {
    /** An event of the stream. */
    sealed interface Event {}

    record Text(String text) implements Event {}

    /** Reasoning, which is not shown but proves that the model works. */
    record Reasoning() implements Event {}

    /**
     * The end of the stream.
     *
     * @param reason null if the server did not say that the answer is complete
     */
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

    /** Returns the next event, or null if none arrives in time. */
    @Nullable
    Event poll(Duration timeout) throws InterruptedException {
        return events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Cancels the call. Does nothing if it is finished. */
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

    private void publish(Event event) {
        if (!finished.get()) {
            events.add(event);
        }
    }
}

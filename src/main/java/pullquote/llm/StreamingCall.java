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
 * Runs one call of a model. Events arrive on the library's threads and are queued for the thread that polls them. Only
 * the first terminal event counts: LangChain4j can report an error and then continue with text, another error, or
 * success.
 */
final class StreamingCall implements StreamingChatResponseHandler {
    /** Represents an event of the stream. */
    sealed interface Event {}

    record Text(String text) implements Event {}

    /** Reports reasoning, which is not shown but proves that the model is working. */
    record Reasoning() implements Event {}

    /**
     * Reports the end of the stream.
     *
     * @param reason null if the server named no reason, so the answer may be incomplete
     */
    record Complete(@Nullable FinishReason reason) implements Event {}

    record Failed(Throwable cause) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean finished = new AtomicBoolean();
    private Runnable cancelAction = () -> {};

    /** Starts a call. Failures to start it are reported as an event. */
    static StreamingCall start(LlmClient client, ChatRequest request) {
        var call = new StreamingCall();
        try {
            call.cancelAction = client.stream(request, call);
        } catch (RuntimeException e) {
            call.onError(e);
        }
        return call;
    }

    /** Returns the next event, or null if none arrives within the timeout. */
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
    public void onPartialResponse(String text) {
        publish(new Text(text));
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

package pullquote.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** Calls a language model. Thread-safe. */
@FunctionalInterface
public interface LlmClient {
    /**
     * Starts a streaming call and returns at once. The handler is called on other threads.
     *
     * @return cancels the call; safe at any time
     */
    Runnable stream(ChatRequest request, StreamingChatResponseHandler handler);
}

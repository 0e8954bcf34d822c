package pullquote.llm;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** Where a model is asked. Safe for use by many threads. */
@FunctionalInterface
public interface LlmClient {
    /**
     * Asks, and returns at once; the handler hears the answer on other threads.
     *
     * @return hangs up: at once, also if no word has been said yet; does nothing if the call is over
     */
    Runnable stream(ChatRequest request, StreamingChatResponseHandler handler);
}

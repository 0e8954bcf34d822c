package pullquote.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Creates the client for the model in the settings. The clients neither log nor retry requests; {@link LlmGenerator}
 * decides whether to retry. Reasoning is requested only to show that the model is working.
 */
public final class LlmFactory {
    /** Makes answers as repeatable as the provider allows. Sent only to models that accept a temperature. */
    private static final double TEMPERATURE = 0;

    /** Maximum length of an answer, in tokens. Longer answers are cut off. */
    private static final int MAX_ANSWER_TOKENS = 800;
    /** Tokens allowed in addition to {@link #MAX_ANSWER_TOKENS} for models that count their reasoning. */
    private static final int MAX_REASONING_TOKENS = 2_200;

    /** Matches OpenAI models without reasoning. Later models reason and reject a temperature. */
    private static final Pattern NON_REASONING_OPENAI_MODELS = Pattern.compile("(gpt-3|gpt-4|chatgpt-4).*");
    /** Matches Anthropic models that accept a temperature. */
    private static final Pattern NON_REASONING_ANTHROPIC_MODELS =
            Pattern.compile("claude-(3.*|(haiku|sonnet)-4.*|opus-4(-[0-6])?(-\\d{8})?)");

    private LlmFactory() {}

    /**
     * Returns a client that can cancel a call at any time. LangChain4j can cancel only after the first token. Each call
     * therefore creates its own model, which takes 0.1 ms, over a connection that can be closed.
     */
    public static LlmClient client(LlmConfig llm) {
        var http = new LlmHttpClient(llm.apiKey());
        return (request, handler) -> {
            LlmHttpClient.Call call = http.newCall();
            createModel(llm, new FixedHttpClientBuilder(call)).chat(request, handler);
            return call::cancel;
        };
    }

    private static StreamingChatModel createModel(LlmConfig llm, HttpClientBuilder http) {
        String key = llm.apiKey().map(Secret::value).orElse(null);
        String url = llm.baseUrl().map(URI::toString).orElse(null);
        return switch (llm.provider()) {
            case OPENAI -> createOpenAiModel(llm, http);
            case ANTHROPIC -> {
                boolean acceptsTemperature =
                        NON_REASONING_ANTHROPIC_MODELS.matcher(llm.model()).matches();
                var builder = AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .apiKey(key)
                        .modelName(llm.model())
                        .returnThinking(true)
                        .maxTokens(acceptsTemperature ? MAX_ANSWER_TOKENS : MAX_ANSWER_TOKENS + MAX_REASONING_TOKENS);
                if (acceptsTemperature) {
                    builder.temperature(TEMPERATURE);
                }
                if (url != null) {
                    builder.baseUrl(url);
                }
                yield builder.build();
            }
            case GEMINI ->
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(llm.model())
                        .temperature(TEMPERATURE)
                        .maxOutputTokens(MAX_ANSWER_TOKENS + MAX_REASONING_TOKENS)
                        .build();
            case MISTRAL ->
                MistralAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(llm.model())
                        .temperature(TEMPERATURE)
                        .maxTokens(MAX_ANSWER_TOKENS)
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url == null ? "http://localhost:11434" : url)
                        .modelName(llm.model())
                        .temperature(TEMPERATURE)
                        .returnThinking(true)
                        .numPredict(MAX_ANSWER_TOKENS)
                        .build();
        };
    }

    /** Creates a model. OpenAI has renamed some parameters; compatible servers accept only the old names. */
    private static StreamingChatModel createOpenAiModel(LlmConfig llm, HttpClientBuilder http) {
        var builder = OpenAiStreamingChatModel.builder().httpClientBuilder(http).modelName(llm.model());
        llm.apiKey().ifPresent(key -> builder.apiKey(key.value()));
        if (llm.baseUrl().isPresent()) {
            return builder.baseUrl(llm.baseUrl().get().toString())
                    .temperature(TEMPERATURE)
                    .returnThinking(true)
                    .maxTokens(MAX_ANSWER_TOKENS)
                    .build();
        }
        return NON_REASONING_OPENAI_MODELS.matcher(llm.model()).matches()
                ? builder.temperature(TEMPERATURE)
                        .maxCompletionTokens(MAX_ANSWER_TOKENS)
                        .build()
                : builder.reasoningEffort("low")
                        .maxCompletionTokens(MAX_ANSWER_TOKENS + MAX_REASONING_TOKENS)
                        .build();
    }

    /** Returns the given client unchanged, so that its own timeouts apply instead of the library's. */
    private record FixedHttpClientBuilder(HttpClient client) implements HttpClientBuilder {
        @Override
        public HttpClient build() {
            return client;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ZERO;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }
    }
}

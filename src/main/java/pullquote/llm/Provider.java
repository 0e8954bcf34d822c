package pullquote.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Providers of language models, each with its default model, a small and fast one. */
public enum Provider {
    /** OpenAI, and other servers with its API through {@code LLM_BASE_URL}. */
    OPENAI("gpt-6-luna"),
    ANTHROPIC("claude-haiku-5-5"),
    GEMINI("gemini-3.5-flash-lite"),
    MISTRAL("mistral-small-latest"),
    OLLAMA("gemma3");

    private final String defaultModel;

    Provider(String model) {
        this.defaultModel = model;
    }

    public String defaultModel() {
        return defaultModel;
    }

    /**
     * Returns true if the provider needs a key. Ollama needs none, and neither do most local servers with OpenAI's API.
     */
    public boolean requiresApiKey(Optional<URI> baseUrl) {
        return this != OLLAMA && !(this == OPENAI && baseUrl.isPresent());
    }

    public static Optional<Provider> byName(String name) {
        return Arrays.stream(values()).filter(p -> p.toString().equals(name)).findFirst();
    }

    /** Returns the name used in settings and answers, for example {@code openai}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

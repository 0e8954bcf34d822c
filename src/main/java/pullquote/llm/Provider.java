package pullquote.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lists the supported providers of language models, each with a small and fast default model. */
public enum Provider {
    /** Covers OpenAI and, with {@code LLM_BASE_URL}, other servers with the same API. */
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

    /** Returns true if the provider needs an API key. Ollama and most local servers with OpenAI's API need none. */
    public boolean requiresApiKey(Optional<URI> baseUrl) {
        return this != OLLAMA && !(this == OPENAI && baseUrl.isPresent());
    }

    /** Returns the provider with the given name, for example {@code openai}, or empty if there is none. */
    public static Optional<Provider> byName(String name) {
        return Arrays.stream(values()).filter(p -> p.toString().equals(name)).findFirst();
    }

    /** Returns the name used in settings and answers, for example {@code openai}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

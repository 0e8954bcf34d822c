package pullquote.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who offers language models, each with the small, fast model that we ask unless told otherwise. */
public enum Provider {
    /** And everything that speaks its API, by way of {@code LLM_BASE_URL}. */
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

    /** Ollama has no keys, and neither have most servers that speak OpenAI's API at home. */
    public boolean requiresApiKey(Optional<URI> baseUrl) {
        return this != OLLAMA && !(this == OPENAI && baseUrl.isPresent());
    }

    public static Optional<Provider> byName(String name) {
        return Arrays.stream(values()).filter(p -> p.toString().equals(name)).findFirst();
    }

    /** Its name in settings and in answers, such as {@code openai}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

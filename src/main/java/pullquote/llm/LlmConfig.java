package pullquote.llm;

import java.net.URI;
import java.util.Optional;

/**
 * Which model to ask, and where.
 *
 * @param baseUrl where its API is, if not where the provider has it
 */
public record LlmConfig(Provider provider, String model, Optional<URI> baseUrl, Optional<Secret> apiKey) {
    /** As answers tell it: {@code provider/model}. */
    public String name() {
        return provider + "/" + model;
    }
}

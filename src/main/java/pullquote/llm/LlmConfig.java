package pullquote.llm;

import java.net.URI;
import java.util.Optional;

/**
 * Names a model and its address.
 *
 * @param baseUrl the address of the API; empty for the provider's own
 */
public record LlmConfig(Provider provider, String model, Optional<URI> baseUrl, Optional<Secret> apiKey) {
    /** Returns the name used in answers: {@code provider/model}. */
    public String name() {
        return provider + "/" + model;
    }
}

package pullquote.llm;

import java.net.URI;
import java.util.Optional;

/**
 * Identifies a model, its provider and its address.
 *
 * @param model the name of the model at the provider
 * @param baseUrl the address of the API; empty for the provider's default
 * @param apiKey empty if the provider needs no key
 */
public record LlmConfig(Provider provider, String model, Optional<URI> baseUrl, Optional<Secret> apiKey) {
    /** Returns the name used in answers, in the form {@code provider/model}. */
    public String name() {
        return provider + "/" + model;
    }
}

package pullquote;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pullquote.channel.CorsPolicy;
import pullquote.channel.telegram.BotSettings;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.llm.LlmConfig;
import pullquote.llm.Provider;
import pullquote.llm.Secret;
import pullquote.retrieval.OnnxEmbeddingModel;

/** Reads settings from the environment and collects all errors, so that they can be fixed at once. */
final class SettingsReader {
    private final Map<String, String> env;
    private final List<String> errors = new ArrayList<>();

    SettingsReader(Map<String, String> env) {
        this.env = env;
    }

    void requireNoErrors() {
        if (!errors.isEmpty()) {
            throw new InvalidSettings(String.join(". ", errors));
        }
    }

    String host(String name, String defaultValue) {
        return text(name)
                .filter(host -> host.matches("[\\p{Alnum}._:-]+")
                        || addError(name, "is not a valid host; use a name or an IP address"))
                .orElse(defaultValue);
    }

    int port(String name, int defaultValue) {
        return text(name)
                .filter(port -> port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535
                        || addError(name, "is not a valid port; use 0 to 65535"))
                .map(Integer::valueOf)
                .orElse(defaultValue);
    }

    Path folder(String name, String defaultValue) {
        try {
            return Path.of(text(name).orElse(defaultValue));
        } catch (InvalidPathException e) {
            addError(name, "is not a valid path; use the path of a folder");
            return Path.of(defaultValue);
        }
    }

    /** Reads a URL and strips trailing slashes, so that paths can be appended. */
    Optional<URI> url(String name) {
        return text(name).map(url -> url.replaceAll("/+$", "")).flatMap(url -> {
            try {
                URI uri = new URI(url);
                if (uri.getHost() != null
                        && uri.getUserInfo() == null
                        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                    return Optional.of(uri);
                }
            } catch (URISyntaxException e) {
                // Reported below.
            }
            addError(name, "is not a valid web address; use one that begins with http:// or https://");
            return Optional.empty();
        });
    }

    /** Reads origins separated by commas or white space. */
    CorsPolicy origins(String name) {
        var origins = new HashSet<String>();
        for (String given : text(name).orElse("").split("[,\\s]+", -1)) {
            Optional<String> origin = CorsPolicy.normalize(given);
            if (origin.isEmpty() && !given.isEmpty()) {
                addError(
                        name,
                        given,
                        "is not a valid origin; use one such as https://news.example, without a path, or *");
            }
            origin.ifPresent(origins::add);
        }
        return new CorsPolicy(origins);
    }

    /** Reads a database address. Errors do not show it, because it may contain a password. */
    Optional<DatabaseAddress> database(String name) {
        Optional<String> url = text(name);
        Optional<DatabaseAddress> address = url.flatMap(DatabaseAddress::parse);
        if (url.isPresent() && address.isEmpty()) {
            errors.add(name + ": not a valid PostgreSQL address;"
                    + " use one such as postgres://user:password@host/database");
        }
        return address;
    }

    Optional<OnnxEmbeddingModel> embeddingModel(String name) {
        Optional<OnnxEmbeddingModel> files = Optional.empty();
        try {
            files = text(name).map(Path::of).flatMap(OnnxEmbeddingModel::locate);
        } catch (InvalidPathException e) {
            // Reported below.
        }
        if (text(name).isPresent() && files.isEmpty()) {
            addError(
                    name,
                    "is not an embedding model; use an ONNX file with tokenizer.json next to it, or their folder");
        }
        return files;
    }

    Optional<LlmConfig> llm() {
        Optional<URI> baseUrl = url("LLM_BASE_URL");
        Optional<Secret> key = apiKey();
        Optional<String> model = text("LLM_MODEL")
                .filter(m -> m.matches("[\\w.:/@-]{1,100}")
                        || addError("LLM_MODEL", "is not a valid model name; copy it from the provider"));
        return provider().map(provider -> {
            if (key.isEmpty() && provider.requiresApiKey(baseUrl)) {
                errors.add("LLM_API_KEY: " + provider + " needs a key; set it, or unset LLM_PROVIDER");
            }
            return new LlmConfig(provider, model.orElse(provider.defaultModel()), baseUrl, key);
        });
    }

    /** Reads the API key. It must be valid in a header, because HTTP clients print invalid header values in errors. */
    private Optional<Secret> apiKey() {
        Optional<String> key = text("LLM_API_KEY");
        if (key.filter(value -> !value.matches("[\\x21-\\x7E]+")).isPresent()) {
            errors.add("LLM_API_KEY: contains an invalid character, such as a space or a line break; copy it again");
        }
        return key.map(Secret::new);
    }

    /** Reads the settings of the Telegram bot. Errors do not show the token or the secret. */
    Optional<BotSettings> botSettings() {
        Optional<String> token = text("TELEGRAM_BOT_TOKEN");
        Optional<String> secret = text("TELEGRAM_WEBHOOK_SECRET");
        Optional<URI> apiUrl = url("TELEGRAM_API_URL");
        boolean isPolling = flag("TELEGRAM_POLLING", false);
        if (secret.filter(word -> !word.matches("[\\w-]{1,256}")).isPresent()) {
            errors.add("TELEGRAM_WEBHOOK_SECRET: not a valid secret;"
                    + " use 1 to 256 characters from A-Z, a-z, 0-9, _ and -");
        }
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (!token.get().matches("\\d{1,18}:[\\w-]{20,100}")) {
            errors.add("TELEGRAM_BOT_TOKEN: not a valid token; copy the one from BotFather, such as 123456:ABC…");
            return Optional.empty();
        }
        // A self-hosted Bot API server can send updates without TLS.
        String scheme = apiUrl.isPresent() ? "https?" : "https";
        if (!isPolling
                && url("PUBLIC_URL")
                        .filter(url -> url.getScheme().matches(scheme))
                        .isEmpty()) {
            errors.add("TELEGRAM_BOT_TOKEN: Telegram cannot reach this server; set PUBLIC_URL to an address that begins"
                    + " with https://, or TELEGRAM_POLLING to true");
        }
        return Optional.of(new BotSettings(token.get(), secret, apiUrl, isPolling));
    }

    boolean flag(String name, boolean defaultValue) {
        return text(name)
                .filter(word -> word.matches("true|false") || addError(name, "is not valid; use true or false"))
                .map("true"::equals)
                .orElse(defaultValue);
    }

    private Optional<Provider> provider() {
        Optional<String> name = text("LLM_PROVIDER").filter(given -> !given.equals("extractive"));
        Optional<Provider> provider = name.flatMap(Provider::byName);
        if (name.isPresent() && provider.isEmpty()) {
            String known =
                    Arrays.stream(Provider.values()).map(Provider::toString).collect(Collectors.joining(", "));
            addError("LLM_PROVIDER", "is not a known provider; use one of extractive, " + known);
        }
        return provider;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(env.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Adds an error and returns false, for use at the end of a condition. */
    private boolean addError(String name, String remedy) {
        return addError(name, text(name).orElseThrow(), remedy);
    }

    private boolean addError(String name, String given, String remedy) {
        String value = given.replaceAll("\\p{Cntrl}", "?");
        // An address may contain a user name and a password, which must not be printed.
        String shown = value.contains("@") ? "…" + value.substring(value.lastIndexOf('@')) : value;
        errors.add(name + ": \"" + shown + "\" " + remedy);
        return false;
    }
}

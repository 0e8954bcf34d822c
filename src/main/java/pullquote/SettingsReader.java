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

/** Reads settings one by one and collects complaints, so that nobody has to start the server once for each mistake. */
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

    String host(String name, String otherwise) {
        return text(name)
                .filter(host ->
                        host.matches("[\\p{Alnum}._:-]+") || addError(name, "no host; give a name or an address"))
                .orElse(otherwise);
    }

    int port(String name, int otherwise) {
        return text(name)
                .filter(port -> port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535
                        || addError(name, "no port; give a number from 0 to 65535"))
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    Path folder(String name, String otherwise) {
        try {
            return Path.of(text(name).orElse(otherwise));
        } catch (InvalidPathException e) {
            addError(name, "no folder; give a path");
            return Path.of(otherwise);
        }
    }

    /** Without the slash at its end, so that paths can be put behind it. */
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
                // The complaint below says it for both.
            }
            addError(name, "no address; give one that begins with http:// or https://");
            return Optional.empty();
        });
    }

    /** Between commas, blanks, or both. */
    CorsPolicy origins(String name) {
        var origins = new HashSet<String>();
        for (String given : text(name).orElse("").split("[,\\s]+", -1)) {
            Optional<String> origin = CorsPolicy.normalize(given);
            if (origin.isEmpty() && !given.isEmpty()) {
                addError(name, given, "no origin; give one such as https://news.example, without a path, or *");
            }
            origin.ifPresent(origins::add);
        }
        return new CorsPolicy(origins);
    }

    /** Whatever is wrong with it, it may hold a password, and is not shown. */
    Optional<DatabaseAddress> database(String name) {
        Optional<String> url = text(name);
        Optional<DatabaseAddress> address = url.flatMap(DatabaseAddress::parse);
        if (url.isPresent() && address.isEmpty()) {
            errors.add(name + ": it is no address of a PostgreSQL database;"
                    + " give one such as postgres://user:password@host/database");
        }
        return address;
    }

    Optional<OnnxEmbeddingModel> embeddingModel(String name) {
        Optional<OnnxEmbeddingModel> files = Optional.empty();
        try {
            files = text(name).map(Path::of).flatMap(OnnxEmbeddingModel::locate);
        } catch (InvalidPathException e) {
            // The complaint below says it for both.
        }
        if (text(name).isPresent() && files.isEmpty()) {
            addError(
                    name, "no embedding model; give an ONNX file with tokenizer.json beside it, or the folder of both");
        }
        return files;
    }

    Optional<LlmConfig> llm() {
        Optional<URI> baseUrl = url("LLM_BASE_URL");
        Optional<Secret> key = apiKey();
        Optional<String> model = text("LLM_MODEL")
                .filter(m -> m.matches("[\\w.:/@-]{1,100}") || addError("LLM_MODEL", "no name of a model"));
        return provider().map(provider -> {
            if (key.isEmpty() && provider.requiresApiKey(baseUrl)) {
                errors.add("LLM_API_KEY: " + provider + " needs a key; set it, or leave LLM_PROVIDER out");
            }
            return new LlmConfig(provider, model.orElse(provider.defaultModel()), baseUrl, key);
        });
    }

    /** Such as a header can carry: HTTP clients print what they cannot send. */
    private Optional<Secret> apiKey() {
        Optional<String> key = text("LLM_API_KEY");
        if (key.filter(value -> !value.matches("[\\x21-\\x7E]+")).isPresent()) {
            errors.add("LLM_API_KEY: it has a character that no key has, such as a blank or a line break;"
                    + " copy it again");
        }
        return key.map(Secret::new);
    }

    /** Whatever is wrong with a token or a secret, it is not shown. */
    Optional<BotSettings> botSettings() {
        Optional<String> token = text("TELEGRAM_BOT_TOKEN");
        Optional<String> secret = text("TELEGRAM_WEBHOOK_SECRET");
        Optional<URI> apiUrl = url("TELEGRAM_API_URL");
        boolean isPolling = flag("TELEGRAM_POLLING", false);
        if (secret.filter(word -> !word.matches("[\\w-]{1,256}")).isPresent()) {
            errors.add("TELEGRAM_WEBHOOK_SECRET: it may have 1 to 256 of A-Z, a-z, 0-9, _ and -, and nothing else");
        }
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (!token.get().matches("\\d{1,18}:[\\w-]{20,100}")) {
            errors.add("TELEGRAM_BOT_TOKEN: it is no token; copy the one that BotFather gave you, such as 123456:ABC…");
            return Optional.empty();
        }
        // A server of one's own brings updates without TLS too.
        String scheme = apiUrl.isPresent() ? "https?" : "https";
        if (!isPolling
                && url("PUBLIC_URL")
                        .filter(url -> url.getScheme().matches(scheme))
                        .isEmpty()) {
            errors.add("TELEGRAM_BOT_TOKEN: Telegram can bring nothing here; set PUBLIC_URL to an address that begins"
                    + " with https://, or TELEGRAM_POLLING to true");
        }
        return Optional.of(new BotSettings(token.get(), secret, apiUrl, isPolling));
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .filter(word -> word.matches("true|false") || addError(name, "neither true nor false"))
                .map("true"::equals)
                .orElse(otherwise);
    }

    private Optional<Provider> provider() {
        Optional<String> name = text("LLM_PROVIDER").filter(given -> !given.equals("extractive"));
        Optional<Provider> provider = name.flatMap(Provider::byName);
        if (name.isPresent() && provider.isEmpty()) {
            String known =
                    Arrays.stream(Provider.values()).map(Provider::toString).collect(Collectors.joining(", "));
            addError("LLM_PROVIDER", "no provider; give one of extractive, " + known);
        }
        return provider;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(env.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Always false, to stand at the end of a condition. */
    private boolean addError(String name, String remedy) {
        return addError(name, text(name).orElseThrow(), remedy);
    }

    private boolean addError(String name, String given, String remedy) {
        String value = given.replaceAll("\\p{Cntrl}", "?");
        // Somebody may have put name and password into an address, which are not to be printed.
        String shown = value.contains("@") ? "…" + value.substring(value.lastIndexOf('@')) : value;
        errors.add(name + ": \"" + shown + "\" is " + remedy);
        return false;
    }
}

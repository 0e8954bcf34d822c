package pullquote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pullquote.channel.CorsPolicy;
import pullquote.channel.telegram.BotSettings;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.llm.LlmConfig;
import pullquote.retrieval.OnnxEmbeddingModel;

/**
 * Holds the validated settings from the environment.
 *
 * @param port the port; 0 means any free port
 * @param configuredUrl {@code PUBLIC_URL}, if set
 * @param allowedOrigins the origins whose pages may read API responses
 * @param configuredDatabase {@code DATABASE_URL}, if set
 * @param embeddingModel {@code EMBEDDING_MODEL}, if set
 * @param isReaderEnabled true if the extractive reader checks the answers of the extractive generator
 * @param llm the LLM that generates answers; empty for the extractive generator
 * @param botSettings the settings of the Telegram bot, if there is one
 */
public record Settings(
        String host,
        int port,
        Optional<URI> configuredUrl,
        CorsPolicy allowedOrigins,
        Path knowledgeDir,
        Path promptsDir,
        Path dataDir,
        Optional<DatabaseAddress> configuredDatabase,
        Optional<OnnxEmbeddingModel> embeddingModel,
        boolean isReaderEnabled,
        Optional<LlmConfig> llm,
        Optional<BotSettings> botSettings) {

    /** @throws InvalidSettings if any setting is invalid; it names all invalid settings */
    public static Settings from(Map<String, String> env) {
        var reader = new SettingsReader(env);
        var settings = new Settings(
                reader.host("HOST", "127.0.0.1"),
                reader.port("PORT", 7070),
                reader.url("PUBLIC_URL"),
                reader.origins("ALLOWED_ORIGINS"),
                reader.folder("KNOWLEDGE_DIR", "knowledge"),
                reader.folder("PROMPTS_DIR", "prompts"),
                reader.folder("DATA_DIR", "data"),
                reader.database("DATABASE_URL"),
                reader.embeddingModel("EMBEDDING_MODEL"),
                reader.flag("READER", true),
                reader.llm(),
                reader.botSettings());
        reader.requireNoErrors();
        return settings;
    }

    /** Returns the address of the database: {@code DATABASE_URL}, or a file in the data folder. */
    DatabaseAddress databaseAddress() {
        return configuredDatabase.orElseGet(() -> DatabaseAddress.embedded(dataDir.resolve("pullquote.db")));
    }

    /**
     * Returns the public address of this server, without a trailing slash.
     *
     * @param boundPort the actual port, which differs from {@link #port} if that is 0
     */
    URI publicUrl(int boundPort) {
        return configuredUrl.orElseGet(() -> URI.create("http://" + linkableHost() + ":" + boundPort));
    }

    /** Returns a host for links: wildcard addresses are replaced by {@code localhost}, IPv6 addresses get brackets. */
    private String linkableHost() {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

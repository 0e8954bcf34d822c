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
 * What the environment says, read once and checked.
 *
 * @param port 0 means any free one
 * @param givenUrl {@code PUBLIC_URL}, if it is set
 * @param allowedOrigins whose pages may read what the API answers
 * @param givenDatabase {@code DATABASE_URL}, if it is set
 * @param givenEmbeddings {@code EMBEDDING_MODEL}, if it is set
 * @param isReading whether the reader takes a second look before the extractive writer answers
 * @param llm the model that writes, or empty for the extractive writer
 * @param bot in Telegram, if there is one
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

    /** @throws InvalidSettings if any is wrong; it names all that are */
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

    /** Where conversations are kept. */
    DatabaseAddress databaseAddress() {
        return configuredDatabase.orElseGet(() -> DatabaseAddress.embedded(dataDir.resolve("pullquote.db")));
    }

    /**
     * Where readers find this server, without a slash at the end.
     *
     * @param boundPort the port it listens on, which {@link #port} does not say if it is 0
     */
    URI publicUrl(int boundPort) {
        return configuredUrl.orElseGet(() -> URI.create("http://" + linkableHost() + ":" + boundPort));
    }

    /** No browser can open “every address of this machine”. */
    private String linkableHost() {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

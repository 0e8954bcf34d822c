package pullquote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import pullquote.channel.Origins;
import pullquote.channel.telegram.Bot;
import pullquote.conversation.database.DatabaseAddress;
import pullquote.retrieval.EmbeddingFiles;

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
record Settings(
        String host,
        int port,
        Optional<URI> givenUrl,
        Origins allowedOrigins,
        Path knowledgeDir,
        Path promptsDir,
        Path dataDir,
        Optional<DatabaseAddress> givenDatabase,
        Optional<EmbeddingFiles> givenEmbeddings,
        boolean isReading,
        Optional<Llm> llm,
        Optional<Bot> bot) {

    /** @throws InvalidSettings if any is wrong; it names all that are */
    static Settings from(Map<String, String> env) {
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
                reader.embeddings("EMBEDDING_MODEL"),
                reader.yes("READER", true),
                reader.llm(),
                reader.bot());
        reader.requireNoComplaints();
        return settings;
    }

    /** Where conversations are kept. */
    DatabaseAddress database() {
        return givenDatabase.orElseGet(() -> DatabaseAddress.embedded(dataDir.resolve("pullquote.db")));
    }

    /**
     * Where readers find this server, without a slash at the end.
     *
     * @param boundPort the port it listens on, which {@link #port} does not say if it is 0
     */
    URI publicUrl(int boundPort) {
        return givenUrl.orElseGet(() -> URI.create("http://" + linkableHost() + ":" + boundPort));
    }

    /** No browser can open “every address of this machine”. */
    private String linkableHost() {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

package pullquote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pullquote.channel.CorsPolicy;
import pullquote.channel.telegram.BotSettings;
import pullquote.conversation.store.DatabaseAddress;
import pullquote.llm.LlmConfig;
import pullquote.llm.Provider;
import pullquote.llm.Secret;

class SettingsTest {
    @Test
    void defaults_need_no_key_and_no_network() {
        assertThat(Settings.from(Map.of("PORT", " ", "LLM_PROVIDER", "")))
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        7070,
                        Optional.empty(),
                        CorsPolicy.NONE,
                        Path.of("knowledge"),
                        Path.of("prompts"),
                        Path.of("data"),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(Settings.from(Map.of("LLM_PROVIDER", "extractive")).llm()).isEmpty();
    }

    @Test
    void reads_all_settings() {
        Settings settings = Settings.from(Map.of(
                "HOST", "0.0.0.0",
                "PORT", "8080",
                "PUBLIC_URL", "https://news.example/ask/",
                "KNOWLEDGE_DIR", "/srv/articles",
                "PROMPTS_DIR", "/srv/prompts",
                "DATA_DIR", "/srv/data",
                "LLM_PROVIDER", "mistral",
                "LLM_MODEL", "mistral-large-latest",
                "LLM_BASE_URL", "https://eu.example/v1",
                "LLM_API_KEY", "k"));

        assertThat(settings.publicUrl(8080)).isEqualTo(URI.create("https://news.example/ask"));
        assertThat(settings.llm().orElseThrow())
                .isEqualTo(new LlmConfig(
                        Provider.MISTRAL,
                        "mistral-large-latest",
                        Optional.of(URI.create("https://eu.example/v1")),
                        Optional.of(new Secret("k"))));
        assertThat(settings.llm().orElseThrow().name()).isEqualTo("mistral/mistral-large-latest");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, http://127.0.0.1:4711", "0.0.0.0, http://localhost:4711", "::1, http://[::1]:4711"})
    void links_use_the_bound_port(String host, URI url) {
        assertThat(Settings.from(Map.of("HOST", host, "PORT", "0")).publicUrl(4711))
                .isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "PORT          | 70x                 | PORT: \"70x\" is not a valid port; use 0 to 65535",
                "PORT          | 65536               | PORT: \"65536\" is not a valid port; use 0 to 65535",
                "PORT          | -1                  | PORT: \"-1\" is not a valid port; use 0 to 65535",
                "HOST          | http://x            | HOST: \"http://x\" is not a valid host;"
                        + " use a name or an IP address",
                "LLM_PROVIDER  | opnai               | LLM_PROVIDER: \"opnai\" is not a known provider;"
                        + " use one of extractive,"
                        + " openai, anthropic, gemini, mistral, ollama",
                "LLM_PROVIDER  | gemini              | LLM_API_KEY: gemini needs a key; set it, or unset LLM_PROVIDER",
                "LLM_BASE_URL  | file:///etc/passwd  | LLM_BASE_URL: \"file:///etc/passwd\" is not a valid web address;"
                        + " use one that begins with http:// or https://",
                "LLM_BASE_URL  | localhost:1234      | LLM_BASE_URL: \"localhost:1234\" is not a valid web address;"
                        + " use one that begins with http:// or https://",
                "PUBLIC_URL    | https://me:pw@x.y   | PUBLIC_URL: \"…@x.y\" is not a valid web address;"
                        + " use one that begins with http:// or https://",
                "ALLOWED_ORIGINS | news.example      | ALLOWED_ORIGINS: \"news.example\" is not a valid origin;"
                        + " use one such as https://news.example, without a path, or *",
                "ALLOWED_ORIGINS | https://a.example, https://b.example/ask | ALLOWED_ORIGINS: \"https://b.example/ask\""
                        + " is not a valid origin; use one such as https://news.example, without a path, or *",
                "LLM_MODEL     | 'a b'               | LLM_MODEL: \"a b\" is not a valid model name;"
                        + " copy it from the provider",
            })
    void reports_an_invalid_value_with_a_remedy(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(message);
    }

    @Test
    void reports_all_invalid_values_on_one_line() {
        assertThatThrownBy(
                        () -> Settings.from(Map.of("PORT", "a\nb", "KNOWLEDGE_DIR", "a\0b", "LLM_PROVIDER", "openai")))
                .hasMessage("PORT: \"a?b\" is not a valid port; use 0 to 65535."
                        + " KNOWLEDGE_DIR: \"a?b\" is not a valid path; use the path of a folder."
                        + " LLM_API_KEY: openai needs a key; set it, or unset LLM_PROVIDER");
    }

    @Test
    void local_llms_need_no_api_key() {
        assertThat(Settings.from(Map.of("LLM_PROVIDER", "openai", "LLM_BASE_URL", "http://localhost:1234/v1"))
                        .llm())
                .isPresent();
        assertThat(Settings.from(Map.of("LLM_PROVIDER", "ollama"))
                        .llm()
                        .orElseThrow()
                        .name())
                .isEqualTo("ollama/gemma3");
    }

    @Test
    void normalizes_origins_like_browsers() {
        assertThat(Settings.from(Map.of(
                                "ALLOWED_ORIGINS",
                                " https://News.example/ ,https://a.example:443, http://b.example:8080,, "))
                        .allowedOrigins())
                .isEqualTo(
                        new CorsPolicy(Set.of("https://news.example", "https://a.example", "http://b.example:8080")));
        assertThat(Settings.from(Map.of("ALLOWED_ORIGINS", "*")).allowedOrigins())
                .isEqualTo(new CorsPolicy(Set.of("*")));
    }

    @Test
    void stores_conversations_in_a_file_unless_a_database_is_set() {
        assertThat(Settings.from(Map.of("DATA_DIR", "/srv/data")).databaseAddress())
                .isEqualTo(DatabaseAddress.embedded(Path.of("/srv/data/pullquote.db")));
        assertThat(Settings.from(Map.of("DATABASE_URL", "postgres://db/pullquote"))
                        .databaseAddress())
                .isEqualTo(DatabaseAddress.parse("postgres://db/pullquote").orElseThrow());
    }

    @Test
    void never_prints_the_database_password() {
        assertThatThrownBy(() -> Settings.from(Map.of("DATABASE_URL", "mysql://me:secret@db/pullquote")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("DATABASE_URL: not a valid PostgreSQL address;"
                        + " use one such as postgres://user:password@host/database");
        assertThat(Settings.from(Map.of("DATABASE_URL", "postgres://me:secret@db/pullquote"))
                        .toString())
                .doesNotContain("secret")
                .contains("***");
    }

    @Test
    void never_prints_the_api_key() {
        Settings settings = Settings.from(Map.of("LLM_PROVIDER", "openai", "LLM_API_KEY", "sk-very-secret"));

        assertThat(settings.toString()).doesNotContain("sk-very").contains("***");
    }

    @Test
    void bot_requires_a_public_url_or_polling() {
        String token = "4711:AAH0123456789-abcdef_ghijklmnop";
        String error = "TELEGRAM_BOT_TOKEN: Telegram cannot reach this server; set PUBLIC_URL to an address that begins"
                + " with https://, or TELEGRAM_POLLING to true";

        assertThat(Settings.from(Map.of("TELEGRAM_BOT_TOKEN", token, "PUBLIC_URL", "https://news.example"))
                        .botSettings())
                .contains(new BotSettings(token, Optional.empty(), Optional.empty(), false));
        assertThat(Settings.from(Map.of("TELEGRAM_BOT_TOKEN", token, "TELEGRAM_POLLING", "true"))
                        .botSettings())
                .contains(new BotSettings(token, Optional.empty(), Optional.empty(), true));
        assertThat(Settings.from(Map.of(
                                "TELEGRAM_BOT_TOKEN",
                                token,
                                "PUBLIC_URL",
                                "http://10.0.0.1",
                                "TELEGRAM_API_URL",
                                "http://10.0.0.2:8081"))
                        .botSettings())
                .isPresent();
        assertThatThrownBy(() -> Settings.from(Map.of("TELEGRAM_BOT_TOKEN", token)))
                .hasMessage(error);
        assertThatThrownBy(
                        () -> Settings.from(Map.of("TELEGRAM_BOT_TOKEN", token, "PUBLIC_URL", "http://news.example")))
                .hasMessage(error);
        assertThat(Settings.from(Map.of()).botSettings()).isEmpty();
    }

    @Test
    void never_prints_the_bot_token_or_secret() {
        String token = "4711:AAH0123456789-abcdef_ghijklmnop";
        Settings settings = Settings.from(
                Map.of("TELEGRAM_BOT_TOKEN", token, "TELEGRAM_WEBHOOK_SECRET", "hush", "TELEGRAM_POLLING", "true"));

        assertThat(settings.toString()).contains("Bot 4711").doesNotContain("AAH", "hush");
        assertThatThrownBy(() -> Settings.from(Map.of(
                        "TELEGRAM_BOT_TOKEN",
                        "AAH0123",
                        "TELEGRAM_WEBHOOK_SECRET",
                        "hush!",
                        "TELEGRAM_POLLING",
                        "yes")))
                .hasMessage("TELEGRAM_POLLING: \"yes\" is not valid; use true or false."
                        + " TELEGRAM_WEBHOOK_SECRET: not a valid secret; use 1 to 256 characters from A-Z, a-z, 0-9, _ and -."
                        + " TELEGRAM_BOT_TOKEN: not a valid token; copy the one from BotFather, such as 123456:ABC…");
    }

    @Test
    void embedding_model_must_exist() {
        assertThatThrownBy(() -> Settings.from(Map.of("EMBEDDING_MODEL", "/nowhere/model")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("EMBEDDING_MODEL: \"/nowhere/model\" is not an embedding model; use an ONNX file with"
                        + " tokenizer.json next to it, or their folder");
        assertThat(Settings.from(Map.of()).embeddingModel()).isEmpty();
    }
}

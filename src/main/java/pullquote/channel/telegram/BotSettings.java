package pullquote.channel.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import pullquote.text.Sha256;

/**
 * Holds the settings of the bot.
 *
 * @param token token from BotFather, {@code 123456:ABC…}; starts with the user id of the bot
 * @param configuredSecret secret that Telegram sends to the webhook, 1 to 256 of {@code A-Z a-z 0-9 _ -}; derived from
 *     the token if empty
 * @param apiUrl base URL of a self-hosted Bot API server; Telegram's own if empty
 * @param isPolling true to poll for updates, false to receive them at the webhook
 */
public record BotSettings(
        String token, Optional<String> configuredWebhookSecret, Optional<URI> apiUrl, boolean isPolling) {
    /** Returns the secret that authenticates webhook requests: the configured one, or one derived from the token. */
    String webhookSecret() {
        return configuredWebhookSecret.orElseGet(() -> HexFormat.of()
                .formatHex(Sha256.digest(("pullquote webhook " + token).getBytes(StandardCharsets.UTF_8))));
    }

    /** Returns the URL of Bot API calls, up to the token. */
    String apiBaseUrl() {
        return apiUrl.map(URI::toString).orElse("https://api.telegram.org") + "/bot";
    }

    /** Returns the Telegram user id of the bot. */
    long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Returns a description without the token and the secret. */
    @Override
    public String toString() {
        return "Bot " + botId();
    }
}

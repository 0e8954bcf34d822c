package pullquote.channel.telegram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import pullquote.text.Sha256;

/**
 * What the newsroom's bot is, as its settings say.
 *
 * @param token from BotFather, {@code 123456:ABC…}; it begins with the bot's own number
 * @param givenSecret what Telegram shows at the webhook, 1 to 256 of {@code A-Z a-z 0-9 _ -}, if it is set
 * @param apiUrl of a Bot API server of one's own, if not Telegram's
 * @param isPolling whether updates are fetched, instead of being brought to the webhook
 */
public record BotSettings(String token, Optional<String> configuredSecret, Optional<URI> apiUrl, boolean isPolling) {
    /** Who reaches the webhook without having it is not Telegram. One that nobody had to think of follows from the token. */
    String secret() {
        return configuredSecret.orElseGet(() -> HexFormat.of()
                .formatHex(Sha256.digest(("pullquote webhook " + token).getBytes(StandardCharsets.UTF_8))));
    }

    /** The address of Telegram's calls, up to the token. */
    String apiBaseUrl() {
        return apiUrl.map(URI::toString).orElse("https://api.telegram.org") + "/bot";
    }

    /** The bot's own user. */
    long id() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Bot " + id();
    }
}

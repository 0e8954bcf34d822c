package pullquote.channel.telegram;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Fetches updates with {@code getUpdates} and returns them as separate JSON objects. The library parses a whole batch
 * at once, so a single unreadable update would block polling permanently.
 */
final class LongPolling {
    /**
     * Seconds that Telegram waits for an update before it responds. Must be less than the read timeout of the HTTP
     * client.
     */
    private static final int POLL_TIMEOUT_SECONDS = 25;

    private final OkHttpClient http;
    private final BotSettings settings;

    LongPolling(OkHttpClient http, BotSettings bot) {
        this.http = http;
        this.settings = bot;
    }

    /**
     * Returns new updates as sent by Telegram; an empty list if none arrives within {@link #POLL_TIMEOUT_SECONDS}.
     *
     * @param offset id of the first update to return; Telegram discards all earlier ones
     * @param updateTypes Bot API names of the update types to return
     * @throws JsonParseException if the response is not valid JSON
     * @throws IOException if the request fails or Telegram reports an error
     */
    List<JsonObject> fetchUpdates(int offset, String... updateTypes) throws IOException {
        var form = new FormBody.Builder()
                .add("offset", Integer.toString(offset))
                .add("timeout", Integer.toString(POLL_TIMEOUT_SECONDS))
                .add("allowed_updates", "[\"" + String.join("\",\"", updateTypes) + "\"]")
                .build();
        var request = new Request.Builder()
                .url(settings.apiBaseUrl() + settings.token() + "/getUpdates")
                .post(form)
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonElement json = JsonParser.parseString(response.body().string());
            if (!response.isSuccessful() || !json.isJsonObject()) {
                throw new IOException("HTTP status " + response.code());
            }
            var updates = new ArrayList<JsonObject>();
            json.getAsJsonObject().getAsJsonArray("result").forEach(update -> updates.add(update.getAsJsonObject()));
            return updates;
        }
    }
}

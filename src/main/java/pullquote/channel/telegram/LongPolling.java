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

/** {@code getUpdates}, read one by one: the library reads all or none, and one that it cannot read would stop it for ever. */
final class LongPolling {
    /** How long Telegram waits for something to tell; less than the client waits for an answer. */
    private static final int POLL_SECONDS = 25;

    private final OkHttpClient http;
    private final BotSettings bot;

    LongPolling(OkHttpClient http, BotSettings bot) {
        this.http = http;
        this.bot = bot;
    }

    /**
     * What has come, as Telegram wrote it; nothing after a while if nothing has.
     *
     * @param offset the first that is wanted: those before it are done with
     * @throws JsonParseException if that is no answer of Telegram's
     */
    List<JsonObject> fetch(int offset, String... kinds) throws IOException {
        var form = new FormBody.Builder()
                .add("offset", Integer.toString(offset))
                .add("timeout", Integer.toString(POLL_SECONDS))
                .add("allowed_updates", "[\"" + String.join("\",\"", kinds) + "\"]")
                .build();
        var request = new Request.Builder()
                .url(bot.apiBaseUrl() + bot.token() + "/getUpdates")
                .post(form)
                .build();
        try (Response response = http.newCall(request).execute()) {
            JsonElement answer = JsonParser.parseString(response.body().string());
            if (!response.isSuccessful() || !answer.isJsonObject()) {
                throw new IOException("getUpdates: " + response.code());
            }
            var updates = new ArrayList<JsonObject>();
            answer.getAsJsonObject().getAsJsonArray("result").forEach(one -> updates.add(one.getAsJsonObject()));
            return updates;
        }
    }
}

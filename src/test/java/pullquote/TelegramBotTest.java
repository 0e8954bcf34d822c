package pullquote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pullquote.channel.telegram.FakeTelegram;

/** The whole product with a bot, as its settings put it together. */
class TelegramBotTest {
    private static final long ALIYA = 77;

    @TempDir
    Path data;

    @Test
    @Tag("T02")
    void theBotAnswersGoesOnAfterARestartAndKnowsWhatItHasAnswered() throws Exception {
        try (var telegram = new FakeTelegram()) {
            ObjectNode first = telegram.message(ALIYA, "Who visited the detainees?");
            serve(telegram, () -> {
                telegram.bring(first);
                assertThat(telegram.await(ALIYA, 1).get(0).text()).contains("Elvira Azimova");
            });
            serve(telegram, () -> {
                telegram.bring(first);
                telegram.bring(telegram.message(ALIYA, "What did they investigate?"));
                assertThat(telegram.await(ALIYA, 2).get(1).text())
                        .startsWith("Understood as: What did ")
                        .contains("Azimova");
            });
            assertThat(telegram.written(ALIYA)).hasSize(2);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void serve(FakeTelegram telegram, Work work) throws Exception {
        int port = freePort();
        var settings = Settings.from(Map.of(
                "DATA_DIR",
                data.toString(),
                "PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "TELEGRAM_BOT_TOKEN",
                FakeTelegram.TOKEN,
                "TELEGRAM_API_URL",
                telegram.url().toString()));
        try (App app = App.serving(settings, (step, done, all) -> {});
                Server server = app.open("127.0.0.1", port, settings.publicUrl(port))) {
            telegram.awaitWebhook(URI.create("http://127.0.0.1:" + server.port()));
            work.run();
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

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
    void bot_resumes_after_a_restart_without_answering_twice() throws Exception {
        try (var telegram = new FakeTelegram()) {
            ObjectNode first = telegram.message(ALIYA, "Who visited the detainees?");
            runWithServer(telegram, () -> {
                telegram.deliver(first);
                assertThat(telegram.await(ALIYA, 1).get(0).text()).contains("Elvira Azimova");
            });
            runWithServer(telegram, () -> {
                telegram.deliver(first);
                telegram.deliver(telegram.message(ALIYA, "What did they investigate?"));
                assertThat(telegram.await(ALIYA, 2).get(1).text())
                        .startsWith("Understood as: What did ")
                        .contains("Azimova");
            });
            assertThat(telegram.written(ALIYA)).hasSize(2);
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private void runWithServer(FakeTelegram telegram, Task work) throws Exception {
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
        try (App app = App.buildPersistent(settings, (step, done, all) -> {});
                Server server = app.startServer("127.0.0.1", port, settings.publicUrl(port))) {
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

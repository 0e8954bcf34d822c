package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pullquote.TestServer;

/** Tests the bot against a third-party Telegram emulator. */
@Tag("third-party")
class ThirdPartyTelegramTest {
    private static final String TOKEN = FakeTelegram.TOKEN;

    @Test
    void answers_messages_and_button_presses() throws Exception {
        try (var telegram = new ThirdPartyTelegram()) {
            int port = TestBot.freePort();
            try (var server = TestServer.startOnPort(port, TestBot.createChannel(port, telegram.url(), TOKEN))) {
                telegram.awaitWebhook();

                telegram.message(TOKEN, 7, "Where is the samovar?");
                JsonNode answer = telegram.await(TOKEN, 7);
                assertThat(answer.get("text").asText()).contains("forty litres").contains("[1]");
                assertThat(quoteText(answer))
                        .isEqualTo("Its samovar holds forty litres <script>alert(1)</script> data: and event: answer");

                telegram.message(TOKEN, 8, "*bold _it `c");
                assertThat(telegram.await(TOKEN, 8).get("text").asText())
                        .isEqualTo("I couldn’t find anything about that in this article.");

                telegram.message(TOKEN, 8, "/start tea-house");
                assertThat(telegram.await(TOKEN, 8).get("text").asText()).startsWith("A tea house <opens> & \"stays\"");

                telegram.pressButton(TOKEN, 9, "language:ru");
                assertThat(telegram.await(TOKEN, 9).get("text").asText()).isEqualTo("Язык сохранён.");
            }
        }
    }

    private static String quoteText(JsonNode message) {
        for (JsonNode entity : message.get("entities")) {
            if (entity.get("type").asText().equals("expandable_blockquote")) {
                int start = entity.get("offset").asInt();
                return message.get("text")
                        .asText()
                        .substring(start, start + entity.get("length").asInt());
            }
        }
        throw new AssertionError("no quote in " + message);
    }
}

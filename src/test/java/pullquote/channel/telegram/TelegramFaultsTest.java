package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.channel.http.ScriptedAnswerers;
import pullquote.channel.telegram.FakeTelegram.Call;
import pullquote.channel.telegram.inbox.InMemoryInbox;
import pullquote.channel.telegram.inbox.InboxItem;

/** Tests that faults of Telegram, invalid updates and floods have no lasting effect. */
class TelegramFaultsTest {
    private static final long ALIYA = 77;
    private static final long BERIK = 1L << 40;

    private TestBot bot;

    @AfterEach
    void close() {
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    @Tag("T01")
    void rejects_requests_without_the_right_secret() throws Exception {
        bot = TestBot.start();
        String secret = bot.telegram.secret();
        String update = bot.telegram.message(ALIYA, "Where is the samovar?").toString();

        for (Optional<String> candidate : List.of(
                Optional.<String>empty(),
                Optional.of("wrong"),
                Optional.of(secret.substring(0, 10)),
                Optional.of(secret + "x"))) {
            var answer = bot.telegram.deliver(update, candidate);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"unauthorized\"").doesNotContain(secret);
        }
        var duplicateHeader = HttpRequest.newBuilder(URI.create(bot.telegram.webhookUrl()))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(update))
                .build();
        assertThat(bot.telegram.send(duplicateHeader).statusCode()).isEqualTo(401);

        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();
    }

    @Test
    @Tag("T02")
    void answers_a_duplicate_update_once() throws Exception {
        bot = TestBot.start();
        ObjectNode update = bot.telegram.message(ALIYA, "Where is the samovar?");
        var senders = Executors.newFixedThreadPool(10);
        var statuses = new ArrayList<Integer>();
        Callable<Integer> bring = () -> bot.telegram.deliver(update);
        for (var sent : senders.invokeAll(Collections.nCopies(10, bring))) {
            statuses.add(sent.get());
        }
        senders.shutdown();

        bot.telegram.await(ALIYA, 1);
        assertThat(bot.telegram.deliver(update)).isEqualTo(200);
        assertOtherChatIsAnswered();
        assertThat(statuses).containsOnly(200);
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
    }

    @Test
    @Tag("T02")
    void answers_a_duplicate_update_once_across_a_restart() throws Exception {
        bot = TestBot.start();
        ObjectNode update = bot.telegram.message(ALIYA, "Where is the samovar?");
        bot.telegram.deliver(update);
        bot.telegram.await(ALIYA, 1);
        bot.stop();
        bot = TestBot.restart(bot.telegram, bot.inbox);

        assertThat(bot.telegram.deliver(update)).isEqualTo(200);
        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
    }

    @Test
    @Tag("T02")
    void answers_updates_delivered_out_of_order() throws Exception {
        bot = TestBot.start();
        ObjectNode first = bot.telegram.message(ALIYA, "Where is the samovar?");
        ObjectNode second = bot.telegram.message(ALIYA, "How many visitors?");
        bot.telegram.deliver(second);
        bot.telegram.deliver(first);

        assertThat(bot.telegram.await(ALIYA, 2)).hasSize(2);
    }

    @Test
    void answers_recent_pending_updates_after_a_restart() throws Exception {
        var telegram = new FakeTelegram();
        var inbox = new InMemoryInbox();
        ObjectNode update = telegram.message(ALIYA, "Where is the samovar?");
        inbox.add(new InboxItem("telegram", update.get("update_id").asLong(), update.toString(), Instant.now()));
        ObjectNode expired = telegram.message(ALIYA, "How many visitors?");
        inbox.add(new InboxItem(
                "telegram",
                expired.get("update_id").asLong(),
                expired.toString(),
                Instant.now().minus(Duration.ofHours(2))));
        bot = TestBot.restart(telegram, inbox);

        assertThat(telegram.await(ALIYA, 1).get(0).text()).contains("forty litres");
        assertOtherChatIsAnswered();
        assertThat(telegram.written(ALIYA)).hasSize(1);
        awaitEmptyInbox();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"channel_post\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":77,\"type\":\"channel\"},\"text\":\"samovar\"}",
                "\"my_chat_member\":{\"chat\":{\"id\":77,\"type\":\"private\"},\"date\":1,\"new_chat_member\":{\"status\":\"member\"}}",
                "\"my_chat_member\":{}",
                "\"poll\":{\"id\":\"1\",\"question\":\"samovar\"}",
                "\"something_new\":{\"text\":\"samovar\"}",
                "\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":77,\"is_bot\":false}}",
                "\"edited_message\":{\"message_id\":9,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},\"text\":\"Where is the samovar?\"}",
                "\"message\":{\"message_id\":9,\"date\":1,\"chat\":{\"id\":77,\"type\":\"private\"},"
                        + "\"from\":{\"id\":78,\"is_bot\":true},\"text\":\"Where is the samovar?\"}",
            })
    @Tag("T03")
    void accepts_and_ignores_updates_not_meant_for_the_bot(String kind) throws Exception {
        bot = TestBot.start();
        var answer = bot.telegram.deliver("{\"update_id\":9," + kind + "}", Optional.of(bot.telegram.secret()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(77)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"photo\":[{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1}]",
                "\"sticker\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"type\":\"regular\",\"width\":1,\"height\":1}",
                "\"voice\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"duration\":3}",
                "\"location\":{\"latitude\":43.2,\"longitude\":76.9}",
                "\"text\":\"   \"",
                "\"text\":\"\\u200b\\u2060\"",
                "\"text\":\"Where is the samovar?\",\"forward_origin\":{\"type\":\"hidden_user\",\"date\":1,\"sender_user_name\":\"x\"}",
            })
    @Tag("T04")
    void asks_for_text_if_a_message_has_no_question(String content) throws Exception {
        bot = TestBot.start();
        ObjectNode update = bot.telegram.message(ALIYA, "TEXT");
        String body = update.toString().replace("\"text\":\"TEXT\"", content);

        assertThat(bot.telegram
                        .deliver(body, Optional.of(bot.telegram.secret()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bot.telegram.await(ALIYA, 1).get(0).text()).isEqualTo("Please send your question as text.");
    }

    @Test
    @Tag("T05")
    void responds_to_long_text_captions_and_commands() throws Exception {
        bot = TestBot.start();
        bot.telegram.deliver(bot.telegram.message(ALIYA, "x".repeat(4_096)));
        assertThat(bot.telegram.await(ALIYA, 1).get(0).text()).contains("under 2,000 characters");

        String caption = bot.telegram
                .message(ALIYA, "Where is the samovar?")
                .toString()
                .replace("\"text\":", "\"photo\":[],\"caption\":");
        bot.telegram.deliver(caption, Optional.of(bot.telegram.secret()));
        assertThat(bot.telegram.await(ALIYA, 2).get(1).text()).contains("forty litres");

        bot.telegram.deliver(bot.telegram.message(ALIYA, "/start@quote_bot x"));
        assertThat(bot.telegram.await(ALIYA, 3).get(2).text()).startsWith("Ask me about the articles.");

        bot.telegram.deliver(bot.telegram.message(ALIYA, "/brew tea"));
        assertThat(bot.telegram.await(ALIYA, 4).get(3).text()).startsWith("I don’t know this command.");
    }

    @Test
    @Tag("T06")
    void resends_a_refused_message_as_plain_text() throws Exception {
        bot = TestBot.start();
        bot.telegram.failNext("sendMessage", 400, "Bad Request: can't parse entities");
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        List<Call> attempts = bot.telegram.await(ALIYA, 2);
        assertThat(attempts.get(1).text()).isEqualTo(attempts.get(0).text());
        assertThat(attempts.get(1).parameters()).doesNotContainKeys("entities", "reply_markup");
    }

    @Test
    @Tag("T08")
    void waits_for_retry_after_without_blocking_other_chats() throws Exception {
        bot = TestBot.start();
        bot.telegram.rateLimitNext("sendMessage", 2);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.await(ALIYA, 1);
        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);

        List<Call> attempts = bot.telegram.await(ALIYA, 2);
        assertThat(attempts.get(1).nanos() - attempts.get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(attempts.get(1).text()).contains("forty litres");
    }

    @Test
    @Tag("T08")
    void gives_up_if_retry_after_is_one_hour() throws Exception {
        bot = TestBot.start();
        bot.telegram.rateLimitNext("sendMessage", 3_600);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.await(ALIYA, 1);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "How many visitors?"));

        assertOtherChatIsAnswered();
        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "403 Forbidden: bot was blocked by the user",
                "403 Forbidden: user is deactivated",
                "400 Bad Request: chat not found"
            })
    @Tag("T09")
    void sends_nothing_to_an_unreachable_chat_until_it_writes_again(String fault) throws Exception {
        var release = new CountDownLatch(1);
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> release.await(10, TimeUnit.SECONDS)));
        bot.telegram.failNext("sendMessage", Integer.parseInt(fault.substring(0, 3)), fault.substring(4));
        for (int i = 0; i < 3; i++) {
            bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }
        release.countDown();

        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        assertThat(bot.telegram.await(ALIYA, 2)).hasSize(2);
    }

    @Test
    @Tag("T10")
    void sends_an_unconfirmed_message_at_most_twice() throws Exception {
        bot = TestBot.start();
        for (int i = 0; i < 4; i++) {
            bot.telegram.dropNextConnection("sendMessage");
        }
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        bot.telegram.await(ALIYA, 2);
        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502 Bad Gateway</html>", ""})
    @Tag("T10")
    void retries_after_a_response_that_is_not_from_telegram(String page) throws Exception {
        bot = TestBot.start();
        bot.telegram.respondNext("sendMessage", 502, page);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        bot.telegram.await(ALIYA, 2);
        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA)).hasSize(2);
    }

    @Test
    @Tag("T12")
    void reports_a_continuous_flood_at_most_once() throws Exception {
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> Thread.sleep(20)));
        for (int i = 0; i < 100; i++) {
            bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }

        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA))
                .filteredOn(call -> call.text().startsWith("One question at a time, please."))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("T11")
    void slow_answer_does_not_block_the_webhook_or_other_chats() throws Exception {
        var release = new CountDownLatch(1);
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> {
            if (passages.get(0).paragraph().text().contains("samovar")) {
                release.await(30, TimeUnit.SECONDS);
            }
        }));
        assertThat(bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?")))
                .isEqualTo(200);
        bot.telegram.await(all -> !bot.telegram.calls("sendChatAction").isEmpty());
        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();

        release.countDown();
        assertThat(bot.telegram.await(ALIYA, 1)).hasSize(1);
    }

    @Test
    @Tag("T12")
    void limits_the_queue_of_a_chat_and_reports_a_flood_once() throws Exception {
        var release = new CountDownLatch(1);
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> {
            if (passages.get(0).paragraph().text().contains("samovar")) {
                release.await(30, TimeUnit.SECONDS);
            }
        }));
        for (int i = 0; i < 100; i++) {
            assertThat(bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?")))
                    .isEqualTo(200);
        }
        assertOtherChatIsAnswered();
        release.countDown();

        assertThat(bot.telegram.await(ALIYA, 21)).hasSize(21);
        awaitEmptyInbox();
        assertThat(bot.telegram.written(ALIYA))
                .hasSize(21)
                .filteredOn(call -> call.text().startsWith("One question at a time, please."))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{\"update_id\":\"many\"}",
                "{\"update_id\":99999999999999}",
                "{\"update_id\":9,\"message\":7}",
                "{\"update_id\":9,\"message\":{\"message_id\":1,\"chat\":{\"id\":\"x\"}}}",
                "{\"message\":{}}",
            })
    @Tag("T13")
    void accepts_and_ignores_an_unreadable_update(String body) throws Exception {
        bot = TestBot.start();

        assertThat(bot.telegram
                        .deliver(body, Optional.of(bot.telegram.secret()))
                        .statusCode())
                .isEqualTo(200);
        assertOtherChatIsAnswered();
    }

    @Test
    @Tag("T13")
    void accepts_and_ignores_oversized_and_deeply_nested_updates() throws Exception {
        bot = TestBot.start();
        String large = bot.telegram.message(ALIYA, "x".repeat(2_000_000)).toString();
        String deep = "{\"update_id\":9,\"message\":" + "[".repeat(200_000);

        assertThat(bot.telegram
                        .deliver(large, Optional.of(bot.telegram.secret()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bot.telegram
                        .deliver(deep, Optional.of(bot.telegram.secret()))
                        .statusCode())
                .isEqualTo(200);
        assertOtherChatIsAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();
    }

    @Test
    @Tag("T13")
    void accepts_ids_as_text_and_above_32_bits() throws Exception {
        bot = TestBot.start();
        String update = bot.telegram
                .message(BERIK, "Where is the samovar?")
                .toString()
                .replace("\"id\":" + BERIK, "\"id\":\"" + BERIK + "\"");

        bot.telegram.deliver(update, Optional.of(bot.telegram.secret()));
        assertThat(bot.telegram.await(BERIK, 1)).hasSize(1);
    }

    @Test
    @Tag("T14")
    void backs_off_and_gives_up_while_telegram_is_down() throws Exception {
        bot = TestBot.start();
        for (int i = 0; i < 1_000; i++) {
            bot.telegram.failNext("sendMessage", 502, "Bad Gateway");
        }
        for (int i = 0; i < 3; i++) {
            bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }

        awaitEmptyInbox();
        // Within the delivery timeout of 5 s: immediately, after 1 s and after 3 s, for each message.
        assertThat(bot.telegram.written(ALIYA)).hasSizeBetween(6, 9);
    }

    private void awaitEmptyInbox() throws InterruptedException {
        bot.telegram.await(all -> bot.inbox.pending("telegram").isEmpty());
    }

    private void assertOtherChatIsAnswered() throws Exception {
        int before = bot.telegram.written(BERIK).size();
        bot.telegram.deliver(bot.telegram.message(BERIK, "How many visitors?"));
        bot.telegram.await(BERIK, before + 1);
    }
}

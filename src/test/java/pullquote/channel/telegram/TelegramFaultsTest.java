package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
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
import pullquote.channel.http.ScriptedGenerators;
import pullquote.channel.telegram.FakeTelegram.Call;
import pullquote.channel.telegram.inbox.InMemoryInbox;
import pullquote.channel.telegram.inbox.InboxItem;

/** What goes wrong between Telegram and a bot, and that nobody is the worse for it. */
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
    void who_does_not_have_the_secret_is_turned_away_and_nothing_is_done() throws Exception {
        bot = TestBot.open();
        String secret = bot.telegram.secret();
        String update = bot.telegram.message(ALIYA, "Where is the samovar?").toString();

        for (Optional<String> shown : List.of(
                Optional.<String>empty(),
                Optional.of("wrong"),
                Optional.of(secret.substring(0, 10)),
                Optional.of(secret + "x"))) {
            var answer = bot.telegram.bring(update, shown);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":\"unauthorized\"").doesNotContain(secret);
        }
        var twice = HttpRequest.newBuilder(URI.create(bot.telegram.hook()))
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(BodyPublishers.ofString(update))
                .build();
        assertThat(bot.telegram.send(twice).statusCode()).isEqualTo(401);

        assertOthersAreAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();
    }

    @Test
    @Tag("T02")
    void an_update_that_comes_again_is_answered_once() throws Exception {
        bot = TestBot.open();
        ObjectNode update = bot.telegram.message(ALIYA, "Where is the samovar?");
        var senders = Executors.newFixedThreadPool(10);
        var statuses = new ArrayList<Integer>();
        Callable<Integer> bring = () -> bot.telegram.bring(update);
        for (var sent : senders.invokeAll(Collections.nCopies(10, bring))) {
            statuses.add(sent.get());
        }
        senders.shutdown();

        bot.telegram.await(ALIYA, 1);
        assertThat(bot.telegram.bring(update)).isEqualTo(200);
        assertOthersAreAnswered();
        assertThat(statuses).containsOnly(200);
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
    }

    @Test
    @Tag("T02")
    void an_update_that_comes_again_after_a_restart_is_answered_once() throws Exception {
        bot = TestBot.open();
        ObjectNode update = bot.telegram.message(ALIYA, "Where is the samovar?");
        bot.telegram.bring(update);
        bot.telegram.await(ALIYA, 1);
        bot.stop();
        bot = TestBot.again(bot.telegram, bot.mailbox);

        assertThat(bot.telegram.bring(update)).isEqualTo(200);
        assertOthersAreAnswered();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
    }

    @Test
    @Tag("T02")
    void updates_out_of_order_are_each_answered() throws Exception {
        bot = TestBot.open();
        ObjectNode first = bot.telegram.message(ALIYA, "Where is the samovar?");
        ObjectNode second = bot.telegram.message(ALIYA, "How many visitors?");
        bot.telegram.bring(second);
        bot.telegram.bring(first);

        assertThat(bot.telegram.await(ALIYA, 2)).hasSize(2);
    }

    @Test
    void what_was_taken_before_a_stop_is_answered_after_the_start() throws Exception {
        var telegram = new FakeTelegram();
        var mailbox = new InMemoryInbox();
        ObjectNode update = telegram.message(ALIYA, "Where is the samovar?");
        mailbox.add(new InboxItem("telegram", update.get("update_id").asLong(), update.toString(), Instant.now()));
        ObjectNode old = telegram.message(ALIYA, "How many visitors?");
        mailbox.add(new InboxItem(
                "telegram",
                old.get("update_id").asLong(),
                old.toString(),
                Instant.now().minus(Duration.ofHours(2))));
        bot = TestBot.again(telegram, mailbox);

        assertThat(telegram.await(ALIYA, 1).get(0).text()).contains("forty litres");
        assertOthersAreAnswered();
        assertThat(telegram.written(ALIYA)).hasSize(1);
        awaitNothingWaiting();
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
    void kinds_of_updates_that_are_not_for_the_bot_are_taken_and_left_alone(String kind) throws Exception {
        bot = TestBot.open();
        var answer = bot.telegram.bring("{\"update_id\":9," + kind + "}", Optional.of(bot.telegram.secret()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertOthersAreAnswered();
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
    void what_is_no_question_gets_a_hint(String content) throws Exception {
        bot = TestBot.open();
        ObjectNode update = bot.telegram.message(ALIYA, "TEXT");
        String body = update.toString().replace("\"text\":\"TEXT\"", content);

        assertThat(bot.telegram.bring(body, Optional.of(bot.telegram.secret())).statusCode())
                .isEqualTo(200);
        assertThat(bot.telegram.await(ALIYA, 1).get(0).text()).isEqualTo("Please send your question as text.");
    }

    @Test
    @Tag("T05")
    void a_long_text_a_caption_and_commands_are_answered() throws Exception {
        bot = TestBot.open();
        bot.telegram.bring(bot.telegram.message(ALIYA, "x".repeat(4_096)));
        assertThat(bot.telegram.await(ALIYA, 1).get(0).text()).contains("at most 2,000 characters");

        String caption = bot.telegram
                .message(ALIYA, "Where is the samovar?")
                .toString()
                .replace("\"text\":", "\"photo\":[],\"caption\":");
        bot.telegram.bring(caption, Optional.of(bot.telegram.secret()));
        assertThat(bot.telegram.await(ALIYA, 2).get(1).text()).contains("forty litres");

        bot.telegram.bring(bot.telegram.message(ALIYA, "/start@quote_bot x"));
        assertThat(bot.telegram.await(ALIYA, 3).get(2).text()).startsWith("Ask me about the articles.");

        bot.telegram.bring(bot.telegram.message(ALIYA, "/brew tea"));
        assertThat(bot.telegram.await(ALIYA, 4).get(3).text()).startsWith("I do not know this command.");
    }

    @Test
    @Tag("T06")
    void a_message_that_telegram_refuses_is_sent_again_as_plain_text() throws Exception {
        bot = TestBot.open();
        bot.telegram.fails("sendMessage", 400, "Bad Request: can't parse entities");
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));

        List<Call> tries = bot.telegram.await(ALIYA, 2);
        assertThat(tries.get(1).text()).isEqualTo(tries.get(0).text());
        assertThat(tries.get(1).parameters()).doesNotContainKeys("entities", "reply_markup");
    }

    @Test
    @Tag("T08")
    void too_many_requests_in_one_chat_are_waited_out_while_other_chats_go_on() throws Exception {
        bot = TestBot.open();
        bot.telegram.floods("sendMessage", 2);
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.await(ALIYA, 1);
        assertOthersAreAnswered();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);

        List<Call> tries = bot.telegram.await(ALIYA, 2);
        assertThat(tries.get(1).nanos() - tries.get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(tries.get(1).text()).contains("forty litres");
    }

    @Test
    @Tag("T08")
    void a_pause_of_an_hour_is_not_waited_for() throws Exception {
        bot = TestBot.open();
        bot.telegram.floods("sendMessage", 3_600);
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.await(ALIYA, 1);
        bot.telegram.bring(bot.telegram.message(ALIYA, "How many visitors?"));

        assertOthersAreAnswered();
        awaitNothingWaiting();
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
    void nobody_who_is_not_there_is_written_to_again_until_he_writes(String fault) throws Exception {
        var hold = new CountDownLatch(1);
        bot = TestBot.with(ScriptedGenerators.writing((passages, desk) -> hold.await(10, TimeUnit.SECONDS)));
        bot.telegram.fails("sendMessage", Integer.parseInt(fault.substring(0, 3)), fault.substring(4));
        for (int i = 0; i < 3; i++) {
            bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }
        hold.countDown();

        awaitNothingWaiting();
        assertThat(bot.telegram.written(ALIYA)).hasSize(1);
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        assertThat(bot.telegram.await(ALIYA, 2)).hasSize(2);
    }

    @Test
    @Tag("T10")
    void a_message_whose_delivery_is_not_known_is_sent_twice_at_most() throws Exception {
        bot = TestBot.open();
        for (int i = 0; i < 4; i++) {
            bot.telegram.breaks("sendMessage");
        }
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));

        bot.telegram.await(ALIYA, 2);
        awaitNothingWaiting();
        assertThat(bot.telegram.written(ALIYA)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502 Bad Gateway</html>", ""})
    @Tag("T10")
    void an_answer_that_is_not_telegrams_is_taken_for_none(String page) throws Exception {
        bot = TestBot.open();
        bot.telegram.answers("sendMessage", 502, page);
        bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));

        bot.telegram.await(ALIYA, 2);
        awaitNothingWaiting();
        assertThat(bot.telegram.written(ALIYA)).hasSize(2);
    }

    @Test
    @Tag("T12")
    void a_flood_that_goes_on_is_told_of_once() throws Exception {
        bot = TestBot.with(ScriptedGenerators.writing((passages, desk) -> Thread.sleep(20)));
        for (int i = 0; i < 100; i++) {
            bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }

        awaitNothingWaiting();
        assertThat(bot.telegram.written(ALIYA))
                .filteredOn(call -> call.text().startsWith("One thing after the other"))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @Tag("T11")
    void an_answer_that_takes_long_keeps_neither_the_webhook_nor_others_waiting() throws Exception {
        var hold = new CountDownLatch(1);
        bot = TestBot.with(ScriptedGenerators.writing((passages, desk) -> {
            if (passages.get(0).paragraph().text().contains("samovar")) {
                hold.await(30, TimeUnit.SECONDS);
            }
        }));
        assertThat(bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?")))
                .isEqualTo(200);
        bot.telegram.await(all -> !bot.telegram.calls("sendChatAction").isEmpty());
        assertOthersAreAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();

        hold.countDown();
        assertThat(bot.telegram.await(ALIYA, 1)).hasSize(1);
    }

    @Test
    @Tag("T12")
    void a_flood_in_one_chat_is_bounded_and_told_so_once_and_harms_no_other() throws Exception {
        var hold = new CountDownLatch(1);
        bot = TestBot.with(ScriptedGenerators.writing((passages, desk) -> {
            if (passages.get(0).paragraph().text().contains("samovar")) {
                hold.await(30, TimeUnit.SECONDS);
            }
        }));
        for (int i = 0; i < 100; i++) {
            assertThat(bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?")))
                    .isEqualTo(200);
        }
        assertOthersAreAnswered();
        hold.countDown();

        assertThat(bot.telegram.await(ALIYA, 21)).hasSize(21);
        awaitNothingWaiting();
        assertThat(bot.telegram.written(ALIYA))
                .hasSize(21)
                .filteredOn(call -> call.text().startsWith("One thing after the other"))
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
    void an_update_that_cannot_be_read_is_taken_so_that_the_chat_is_not_held_up(String body) throws Exception {
        bot = TestBot.open();

        assertThat(bot.telegram.bring(body, Optional.of(bot.telegram.secret())).statusCode())
                .isEqualTo(200);
        assertOthersAreAnswered();
    }

    @Test
    @Tag("T13")
    void an_update_too_large_or_too_deep_is_taken_and_left() throws Exception {
        bot = TestBot.open();
        String large = bot.telegram.message(ALIYA, "x".repeat(2_000_000)).toString();
        String deep = "{\"update_id\":9,\"message\":" + "[".repeat(200_000);

        assertThat(bot.telegram.bring(large, Optional.of(bot.telegram.secret())).statusCode())
                .isEqualTo(200);
        assertThat(bot.telegram.bring(deep, Optional.of(bot.telegram.secret())).statusCode())
                .isEqualTo(200);
        assertOthersAreAnswered();
        assertThat(bot.telegram.written(ALIYA)).isEmpty();
    }

    @Test
    @Tag("T13")
    void ids_as_text_and_beyond_32_bits_are_understood() throws Exception {
        bot = TestBot.open();
        String update = bot.telegram
                .message(BERIK, "Where is the samovar?")
                .toString()
                .replace("\"id\":" + BERIK, "\"id\":\"" + BERIK + "\"");

        bot.telegram.bring(update, Optional.of(bot.telegram.secret()));
        assertThat(bot.telegram.await(BERIK, 1)).hasSize(1);
    }

    @Test
    @Tag("T14")
    void while_telegram_is_down_it_is_not_called_all_the_time_and_what_waits_has_an_end() throws Exception {
        bot = TestBot.open();
        for (int i = 0; i < 1_000; i++) {
            bot.telegram.fails("sendMessage", 502, "Bad Gateway");
        }
        for (int i = 0; i < 3; i++) {
            bot.telegram.bring(bot.telegram.message(ALIYA, "Where is the samovar?"));
        }

        awaitNothingWaiting();
        // In five seconds of patience: at once, after 1 s and after 3 s, for each.
        assertThat(bot.telegram.written(ALIYA)).hasSizeBetween(6, 9);
    }

    private void awaitNothingWaiting() throws InterruptedException {
        bot.telegram.await(all -> bot.mailbox.pending("telegram").isEmpty());
    }

    private void assertOthersAreAnswered() throws Exception {
        int before = bot.telegram.written(BERIK).size();
        bot.telegram.bring(bot.telegram.message(BERIK, "How many visitors?"));
        bot.telegram.await(BERIK, before + 1);
    }
}

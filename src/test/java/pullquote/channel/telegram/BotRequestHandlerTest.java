package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pullquote.channel.TeaHouseArticles;
import pullquote.channel.telegram.FakeTelegram.Call;

/** Tests groups, commands, languages and the registration of the bot. */
class BotRequestHandlerTest {
    private static final long ALIYA = 77;
    private static final long GROUP = -1_001_234_567_890L;

    private TestBot bot;

    @AfterEach
    void close() {
        bot.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@quote_bot Where is the samovar?",
                "Where is the samovar, @Quote_Bot?",
                "/help",
                "/help@quote_bot"
            })
    void answers_mentions_and_commands_in_a_group_as_a_reply(String text) throws Exception {
        bot = TestBot.start();
        ObjectNode question = bot.telegram.groupMessage(GROUP, ALIYA, text);
        bot.telegram.deliver(question);

        Call answer = bot.telegram.await(GROUP, 1).get(0);
        assertThat(answer.text()).containsAnyOf("forty litres", "Send a question.");
        assertThat(answer.json("reply_parameters").get("message_id"))
                .isEqualTo(question.get("message").get("message_id"));
        assertThat(answer.json("reply_parameters")
                        .get("allow_sending_without_reply")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void answers_replies_to_the_bot_in_a_group() throws Exception {
        bot = TestBot.start();
        ObjectNode reply = bot.telegram.groupMessage(GROUP, ALIYA, "Where is the samovar?");
        ObjectNode original = ((ObjectNode) reply.get("message"))
                .put("message_thread_id", 5) // every reply has a thread id, but the bot cannot send to it
                .putObject("reply_to_message");
        original.put("message_id", 5)
                .put("date", 1)
                .putObject("chat")
                .put("id", GROUP)
                .put("type", "supergroup");
        original.putObject("from").put("id", FakeTelegram.BOT_ID).put("is_bot", true);
        bot.telegram.deliver(reply);

        Call answer = bot.telegram.await(GROUP, 1).get(0);
        assertThat(answer.text()).contains("forty litres");
        assertThat(answer.parameters()).doesNotContainKey("message_thread_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is the samovar?",
                "@quote_bot2 Where is the samovar?",
                "me@quote_bot.example Where is the samovar?",
                "/start@otherbot",
                "/samovar",
            })
    @Tag("T12")
    void ignores_group_messages_not_addressed_to_the_bot(String text) throws Exception {
        bot = TestBot.start();
        bot.telegram.deliver(bot.telegram.groupMessage(GROUP, ALIYA, text));
        bot.telegram.deliver(bot.telegram.groupMessage(GROUP, ALIYA, "@quote_bot How many visitors?"));

        assertThat(bot.telegram.await(GROUP, 1).get(0).text()).contains("12");
        assertThat(bot.telegram.written(GROUP)).hasSize(1);
    }

    @Test
    void answers_in_the_topic_of_the_question() throws Exception {
        bot = TestBot.start();
        ObjectNode question = bot.telegram.groupMessage(GROUP, ALIYA, "@quote_bot Where is the samovar?");
        ((ObjectNode) question.get("message")).put("message_thread_id", 8).put("is_topic_message", true);
        bot.telegram.deliver(question);

        assertThat(bot.telegram.await(GROUP, 1).get(0).parameters()).containsEntry("message_thread_id", "8");
    }

    @Test
    void keeps_a_separate_conversation_for_each_group_member() throws Exception {
        bot = TestBot.startWithSeedArticle();
        bot.telegram.deliver(bot.telegram.groupMessage(GROUP, ALIYA, "@quote_bot Who visited the detainees?"));
        bot.telegram.await(GROUP, 1);
        bot.telegram.deliver(bot.telegram.groupMessage(GROUP, 78, "@quote_bot And what did she say there?"));

        // In the conversation of the other member, “she” refers to no earlier person.
        assertThat(bot.telegram.await(GROUP, 2).get(1).text()).doesNotContain("Understood as");
    }

    @Test
    void start_shows_a_greeting_and_suggested_questions() throws Exception {
        bot = TestBot.startWithSeedArticle();
        bot.telegram.deliver(bot.telegram.message(ALIYA, "/start"));

        Call welcome = bot.telegram.await(ALIYA, 1).get(0);
        assertThat(welcome.text()).startsWith("Ask me about the articles.");
        assertThat(welcome.buttons())
                .hasSize(3)
                .allMatch(button -> button.get("callback_data").asText().startsWith("ask:"));
    }

    @Test
    void deep_link_selects_the_article_until_new() throws Exception {
        bot = TestBot.start();
        String link =
                bot.channel().deepLink(TeaHouseArticles.PUBLISHED_ELSEWHERE).orElseThrow();
        assertThat(link).isEqualTo("https://t.me/quote_bot?start=elsewhere");

        bot.telegram.deliver(bot.telegram.message(ALIYA, "/start elsewhere"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "/new"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        List<Call> messages = bot.telegram.await(ALIYA, 4);
        assertThat(messages.get(0).text()).startsWith("Чай\n\n").contains("/new");
        assertThat(messages.get(1).text()).startsWith("I couldn’t find anything about that in this article.");
        assertThat(messages.get(3).text()).contains("forty litres");
    }

    @Test
    void article_buttons_select_one_article_or_all() throws Exception {
        bot = TestBot.start();
        bot.telegram.deliver(bot.telegram.message(ALIYA, "/articles"));
        Call list = bot.telegram.await(ALIYA, 1).get(0);
        assertThat(list.textsWithFormat("bold")).containsExactly("A tea house <opens> & \"stays\"", "Чай");
        assertThat(list.text()).contains("31 January 2022");

        bot.telegram.deliver(bot.telegram.buttonPress(list, callbackData(list, "Чай")));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
        bot.telegram.deliver(bot.telegram.buttonPress(list, callbackData(list, "All articles")));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        List<Call> messages = bot.telegram.await(ALIYA, 5);
        assertThat(messages.get(2).text()).startsWith("I couldn’t find anything about that in this article.");
        assertThat(messages.get(4).text()).contains("forty litres");
    }

    @ParameterizedTest
    @CsvSource({"ru, Спросите меня о статьях.", "kk, Маған мақалалар туралы", "en-GB, Ask me about", "de, Ask me about"
    })
    void uses_the_language_of_the_users_telegram_app(String code, String text) throws Exception {
        bot = TestBot.start();
        ObjectNode update = bot.telegram.message(ALIYA, "/start");
        ((ObjectNode) update.get("message").get("from")).put("language_code", code);
        bot.telegram.deliver(update);

        assertThat(bot.telegram.await(ALIYA, 1).get(0).text()).startsWith(text);
    }

    @Test
    void language_button_sets_the_answer_language() throws Exception {
        bot = TestBot.startWithSeedArticle();
        bot.telegram.deliver(bot.telegram.message(ALIYA, "/language"));
        Call list = bot.telegram.await(ALIYA, 1).get(0);
        bot.telegram.deliver(bot.telegram.buttonPress(list, callbackData(list, "Қазақша")));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Who visited the detainees?"));

        List<Call> messages = bot.telegram.await(ALIYA, 3);
        assertThat(messages.get(1).text()).isEqualTo("Тіл сақталды.");
        assertThat(messages.get(2).buttons().get(0).get("text").asText()).isEqualTo("9-абзацты ашу");
        assertThat(messages.get(2).text()).contains("2022 ж. 31 қаңтар");
    }

    @Test
    void registers_commands_in_all_supported_languages() throws Exception {
        bot = TestBot.start();

        bot.telegram.await(all -> bot.telegram.calls("setMyCommands").size() == 3);
        List<Call> calls = bot.telegram.calls("setMyCommands");
        assertThat(calls)
                .extracting(call -> call.parameters().getOrDefault("language_code", ""))
                .containsExactly("", "ru", "kk");
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.json("commands"))
                        .extracting(command -> command.get("command").asText())
                        .containsExactly("start", "articles", "new", "help", "language"));
        assertThat(calls.get(1).json("commands").get(1).get("description").asText())
                .isEqualTo("Выбрать статью");
    }

    @Test
    void registers_the_webhook_with_a_secret_and_keeps_pending_updates() throws Exception {
        bot = TestBot.start();

        Call call = bot.telegram.calls("setWebhook").get(0);
        assertThat(call.parameters())
                .containsEntry("drop_pending_updates", "false")
                .hasEntrySatisfying("url", url -> assertThat(url).endsWith("/telegram/webhook"))
                .hasEntrySatisfying("secret_token", secret -> assertThat(secret).matches("[\\w-]{32,256}"));
        assertThat(Stream.of("message", "edited_message", "callback_query", "my_chat_member"))
                .allMatch(call.parameters().get("allowed_updates")::contains);
    }

    @Test
    void polls_for_updates_despite_errors_and_unreadable_updates() throws Exception {
        var telegram =
                new FakeTelegram().failNext("getUpdates", 409, "Conflict").failNext("getMe", 502, "Bad Gateway");
        telegram.addPendingUpdate(telegram.message(ALIYA, "Where is the samovar?"));
        telegram.addPendingUpdate(telegram.newUpdate().put("message", "unreadable"));
        telegram.addPendingUpdate(telegram.message(ALIYA, "How many visitors?"));
        bot = TestBot.startPolling(telegram);

        List<Call> messages = telegram.await(ALIYA, 2);
        assertThat(messages.get(0).text()).contains("forty litres");
        assertThat(messages.get(1).text()).contains("12");
        assertThat(telegram.calls("deleteWebhook")).hasSize(1);
        telegram.await(all -> telegram.calls("getUpdates").size() > 4);
        assertThat(telegram.written(ALIYA)).hasSize(2);
    }

    private static String callbackData(Call message, String label) {
        for (JsonNode button : message.buttons()) {
            if (button.get("text").asText().equals(label)) {
                return button.get("callback_data").asText();
            }
        }
        throw new AssertionError("No button “" + label + "” under " + message);
    }
}

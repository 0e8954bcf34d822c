package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pullquote.DefaultProduct;
import pullquote.answer.Answerer;
import pullquote.answer.DraftSentence;
import pullquote.answer.TestAnswerers;
import pullquote.channel.http.ScriptedAnswerers;
import pullquote.channel.telegram.FakeTelegram.Call;

/** Tests the answers that users see in Telegram. */
class AnswerMessageTest {
    private static final long ALIYA = 77;

    private TestBot bot;

    @AfterEach
    void close() {
        if (bot != null) {
            bot.close();
        }
    }

    @Test
    void answer_shows_the_quote_and_links_to_its_paragraph() throws Exception {
        Call answer = askAboutSeedArticle("Who visited the detainees?");

        String quote = DefaultProduct.seedArticle().paragraphs().get(8).text();
        assertThat(answer.text()).contains("Elvira Azimova").contains(". [1]").contains("31 January 2022 · ¶ 9\n");
        assertThat(answer.textsWithFormat("expandable_blockquote")).hasSize(1).allMatch(quote::contains);
        assertThat(answer.textsWithFormat("text_link")).containsExactly("[1]");
        JsonNode open = answer.buttons().get(0);
        assertThat(open.get("text").asText()).isEqualTo("Open at ¶ 9");
        assertThat(open.get("url").asText())
                .startsWith("https://news.example/articles/tokayev-interview-january-2022#p9:~:text=");
    }

    @Test
    void answer_words_are_bold_in_the_answer_and_its_quote() throws Exception {
        bot = TestBot.start(ScriptedAnswerers.createWithAnswerSpan("on Monday"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "When opened the tea house in Almaty?"));

        Call answer = bot.telegram.await(ALIYA, 1).get(0);
        assertThat(answer.textsWithFormat("bold")).containsExactly("on Monday", "[1] ", "on Monday");
        assertThat(answer.textsWithFormat("expandable_blockquote"))
                .containsExactly("The tea house in Almaty opened on Monday, after two years of building.");
    }

    @Test
    void sends_no_parse_mode_and_disables_link_previews() throws Exception {
        Call answer = askAboutSeedArticle("Who visited the detainees?");

        assertThat(answer.parameters()).doesNotContainKey("parse_mode");
        assertThat(answer.json("link_preview_options").get("is_disabled").asBoolean())
                .isTrue();
    }

    @Test
    void unanswered_question_shows_the_closest_passages() throws Exception {
        Call answer = askAboutSeedArticle("How many people were killed in the January unrest?");

        assertThat(answer.text()).startsWith("I couldn’t find").contains("Closest passages:");
        assertThat(answer.textsWithFormat("expandable_blockquote"))
                .isNotEmpty()
                .allMatch(quote -> DefaultProduct.seedArticle().paragraphs().stream()
                        .anyMatch(paragraph -> paragraph.text().contains(quote)));
        assertThat(answer.textsWithFormat("bold")).isEmpty();
    }

    @Test
    void follow_up_shows_how_it_was_understood() throws Exception {
        askAboutSeedArticle("Who visited the detainees?");
        bot.telegram.deliver(bot.telegram.message(ALIYA, "And when was it held?"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "What did she say there?"));

        List<Call> messages = bot.telegram.await(ALIYA, 3);
        assertThat(messages.stream().map(call -> String.join("", call.textsWithFormat("italic"))))
                .anyMatch(italic -> italic.startsWith("Understood as: "));
    }

    @Test
    void suggestion_button_asks_the_question_and_shows_it_above_the_answer() throws Exception {
        Call answer = askAboutSeedArticle("Who visited the detainees?");
        JsonNode suggestion = answer.buttons().stream()
                .filter(button -> button.path("callback_data").asText().startsWith("ask:"))
                .findFirst()
                .orElseThrow();
        String question = suggestion.get("text").asText();

        bot.telegram.deliver(
                bot.telegram.buttonPress(answer, suggestion.get("callback_data").asText()));

        Call next = bot.telegram.await(ALIYA, 2).get(1);
        assertThat(next.text()).startsWith(question + "\n\n");
        assertThat(next.textsWithFormat("bold")).startsWith(question);
        assertThat(next.textsWithFormat("expandable_blockquote")).isNotEmpty();
        bot.telegram.await(all -> !bot.telegram.calls("answerCallbackQuery").isEmpty());
    }

    @Test
    void thumbs_buttons_store_a_rating() throws Exception {
        Call answer = askAboutSeedArticle("Who visited the detainees?");
        String down = callbackData(answer, "👎");

        bot.telegram.deliver(bot.telegram.buttonPress(answer, down));
        bot.telegram.deliver(bot.telegram.buttonPress(answer, "up:" + "0".repeat(32)));

        bot.telegram.await(all -> bot.telegram.calls("answerCallbackQuery").size() == 2);
        assertThat(bot.telegram.calls("answerCallbackQuery"))
                .extracting(call -> call.text())
                .containsExactlyInAnyOrder("Thank you!", "That answer is too old. Please ask again.");
    }

    @Test
    void shows_the_typing_status_while_answering() throws Exception {
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> Thread.sleep(300)));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        bot.telegram.await(ALIYA, 1);
        assertThat(bot.telegram.calls("sendChatAction").get(0).parameters())
                .containsEntry("action", "typing")
                .containsEntry("chat_id", "77");
    }

    @Test
    void shows_verified_sentences_as_a_draft_in_a_private_chat() throws Exception {
        bot = TestBot.start(slowAnswerer());
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        Call answer = bot.telegram.await(ALIYA, 1).get(0);
        List<Call> drafts = bot.telegram.calls("sendMessageDraft");
        assertThat(drafts)
                .isNotEmpty()
                .allMatch(draft -> answer.text().startsWith(draft.text().substring(0, 20)));
        assertThat(drafts.get(0).nanos()).isLessThan(answer.nanos());
    }

    @Test
    void sends_no_draft_in_a_group() throws Exception {
        bot = TestBot.start(slowAnswerer());
        bot.telegram.deliver(bot.telegram.groupMessage(-100, ALIYA, "@quote_bot Where is the samovar?"));

        bot.telegram.await(-100, 1);
        assertThat(bot.telegram.calls("sendMessageDraft")).isEmpty();
    }

    @Test
    void stops_sending_drafts_if_the_server_does_not_support_them() throws Exception {
        bot = TestBot.start(slowAnswerer());
        bot.telegram.failNext("sendMessageDraft", 404, "Not Found");
        for (int i = 1; i <= 2; i++) {
            bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));
            bot.telegram.await(ALIYA, i);
        }

        assertThat(bot.telegram.calls("sendMessageDraft")).hasSize(1);
    }

    @Test
    @Tag("T07")
    void splits_a_long_answer_between_sentences_with_sources_in_the_last_message() throws Exception {
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> {
            for (int i = 0; i < 60; i++) {
                String sentence = "The samovar %s 🫖 is told of here.".formatted(words(40) + "word " + i);
                sink.accept(new DraftSentence(sentence, List.of(TestAnswerers.evidence(passages.get(0)))));
            }
        }));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "Where is the samovar?"));

        List<Call> parts = bot.telegram.await(ALIYA, 4);
        assertThat(parts).hasSize(4).allMatch(part -> part.text().length() <= 4_096);
        assertThat(parts.subList(0, 3))
                .allMatch(part -> part.text().endsWith("[1]") && part.buttons().isEmpty());
        assertThat(parts.get(3).textsWithFormat("expandable_blockquote")).hasSize(1);
        assertThat(parts.get(3).buttons()).isNotEmpty();
        String joined = parts.stream().map(Call::text).collect(Collectors.joining(" "));
        assertThat(IntStream.range(0, 60).map(i -> joined.indexOf("word " + i + " 🫖")))
                .isSorted()
                .doesNotContain(-1);
    }

    @Test
    @Tag("T03")
    void edited_question_updates_its_answer_once() throws Exception {
        bot = TestBot.start();
        ObjectNode question = bot.telegram.message(ALIYA, "Where is the samovar?");
        bot.telegram.deliver(question);
        bot.telegram.await(ALIYA, 1);

        bot.telegram.deliver(bot.telegram.editedMessage(question, "When did the house open in Almaty?"));
        bot.telegram.await(all -> !bot.telegram.calls("editMessageText").isEmpty());
        bot.telegram.deliver(bot.telegram.editedMessage(question, "When did the house open in Almaty?"));
        bot.telegram.deliver(bot.telegram.message(ALIYA, "How many visitors?"));
        bot.telegram.await(ALIYA, 2);

        assertThat(bot.telegram.calls("editMessageText")).hasSize(1);
        assertThat(bot.telegram.calls("editMessageText").get(0).text()).contains("opened on Monday");
    }

    @Test
    @Tag("T03")
    void shorter_answer_to_an_edited_question_deletes_surplus_messages() throws Exception {
        bot = TestBot.start(ScriptedAnswerers.create((passages, sink) -> {
            String text = passages.get(0).paragraph().text();
            int times = text.contains("samovar") ? 60 : 1;
            for (int i = 0; i < times; i++) {
                sink.accept(new DraftSentence(
                        text + " " + words(20) + i, List.of(TestAnswerers.evidence(passages.get(0)))));
            }
        }));
        ObjectNode question = bot.telegram.message(ALIYA, "Where is the samovar?");
        bot.telegram.deliver(question);
        int parts = bot.telegram.await(ALIYA, 3).size();
        bot.telegram.deliver(bot.telegram.editedMessage(question, "How many visitors?"));

        bot.telegram.await(all -> bot.telegram.calls("deleteMessage").size() == parts - 1);
        assertThat(bot.telegram.calls("editMessageText")).hasSize(1);
    }

    private static Answerer slowAnswerer() {
        return ScriptedAnswerers.create((passages, sink) -> {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(400);
                sink.accept(new DraftSentence(
                        "The samovar holds forty litres, number " + i + ".",
                        List.of(TestAnswerers.evidence(passages.get(0)))));
            }
        });
    }

    private Call askAboutSeedArticle(String question) throws Exception {
        bot = TestBot.startWithSeedArticle();
        bot.telegram.deliver(bot.telegram.message(ALIYA, question));
        return bot.telegram.await(ALIYA, 1).get(0);
    }

    private static String callbackData(Call message, String label) {
        return message.buttons().stream()
                .filter(button -> button.get("text").asText().equals(label))
                .map(button -> button.get("callback_data").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Returns different words, because text that repeats itself is not shown. */
    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (char) ('a' + i % 26) + "r ")
                .collect(Collectors.joining());
    }
}

package pullquote.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pullquote.answer.TestAnswerers;
import pullquote.article.Article;
import pullquote.article.FrontMatter;
import pullquote.article.Library;
import pullquote.channel.telegram.FakeTelegram.Call;
import pullquote.conversation.ChatService;

/** Tests that text with markup characters, in a question or an article, is sent unchanged. */
class TelegramPayloadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHARED_PAYLOADS =
            Path.of("..", "shared", "data", "injections", "telegram_payloads.jsonl");
    private static final long ALIYA = 77;

    private TestBot bot;

    @AfterEach
    void close() {
        if (bot != null) {
            bot.close();
        }
    }

    static List<String> payloads() throws Exception {
        var payloads = new ArrayList<>(List.of(
                "_*[]()~`>#+-=|{}.!",
                "</blockquote><b>x</b>",
                "&lt;&amp;&quot;",
                "tg://user?id=1 @everyone #tag /cmd",
                "👩‍👩‍👧‍👦👍🏽 e\u0301 \u202Eabc",
                "||spoiler|| __u__ ~~s~~ ![x](tg://emoji?id=1)"));
        if (Files.exists(SHARED_PAYLOADS)) {
            for (String line : Files.readAllLines(SHARED_PAYLOADS)) {
                payloads.add(JSON.readTree(line).get("text").asText());
            }
        }
        return payloads;
    }

    @Test
    void payloads_include_the_shared_data_set() throws Exception {
        assumeTrue(
                Files.exists(SHARED_PAYLOADS), SHARED_PAYLOADS + " is missing. Only the built-in payloads are tested.");
        assertThat(payloads()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    @Tag("T06")
    void answers_or_declines_a_payload_in_a_question(String payload) throws Exception {
        bot = TestBot.start();

        assertThat(bot.telegram.deliver(bot.telegram.message(ALIYA, payload))).isEqualTo(200);
        bot.telegram.deliver(bot.telegram.message(78, "How many visitors?"));
        bot.telegram.await(78, 1);
        assertThat(bot.telegram.await(ALIYA, 1)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    @Tag("T06")
    void quotes_a_payload_in_an_article_verbatim(String payload) throws Exception {
        String visible = payload.replaceAll("[\\p{Cntrl}]", "").strip();
        String text = "The samovar said " + visible + " and was silent.";
        var frontMatter = new FrontMatter(
                "Title " + (visible.length() > 100 ? "" : visible),
                Optional.empty(),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var library = new Library(List.of(new Article("a", frontMatter, List.of(text))));
        var conversations = new ChatService(TestAnswerers.quotingAnswerer(() -> library));
        bot = TestBot.start(new FakeTelegram(), conversations, () -> library, TestBot.FAST_LIMITS);
        bot.telegram.deliver(bot.telegram.message(ALIYA, "What did the samovar say?"));

        bot.telegram.await(all -> bot.telegram.written(ALIYA).stream()
                .anyMatch(call -> !call.buttons().isEmpty()));
        List<Call> messages = bot.telegram.written(ALIYA);
        // No message was resent as plain text, so the fake refused none.
        assertThat(messages).allMatch(call -> call.parameters().containsKey("entities"));
        List<String> quotes = messages.stream()
                .flatMap(call -> call.textsWithFormat("expandable_blockquote").stream())
                .toList();
        // A quote too long for one message continues in the next, without the whitespace between the two parts.
        int from = 0;
        for (String quote : quotes) {
            assertThat(text.substring(from).stripLeading()).startsWith(quote);
            from = text.indexOf(quote, from) + quote.length();
        }
        assertThat(text.substring(from)).isBlank();
        assertThat(quotes.size() == 1).isEqualTo(text.length() < 4_000);
    }
}

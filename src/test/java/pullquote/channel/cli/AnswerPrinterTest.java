package pullquote.channel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pullquote.answer.AnswerListener;
import pullquote.answer.TestAnswerers;
import pullquote.channel.TeaHouseArticles;
import pullquote.conversation.ChatService;
import pullquote.conversation.Reply;
import pullquote.conversation.store.InMemoryConversationStore;
import pullquote.query.Question;

/** Tests the text printed in a terminal. */
class AnswerPrinterTest {
    @Test
    void printsTheRewrittenQuestionFirst() {
        var conversations = new ChatService(
                TestAnswerers.quotingAnswerer(() -> TeaHouseArticles.LIBRARY),
                (asked, before) -> Question.of("How many visitors came?"),
                new InMemoryConversationStore(),
                Clock.systemUTC());
        Reply first = conversations.ask(
                AnswerPrinter.CHANNEL, Optional.empty(), Question.of("And visitors?"), AnswerListener.NO_OP);
        Reply second = conversations.ask(
                AnswerPrinter.CHANNEL,
                Optional.of(first.conversationId()),
                Question.of("And visitors?"),
                AnswerListener.NO_OP);

        assertThat(AnswerPrinter.format(first)).startsWith("Visitors: 12. [1]\n");
        assertThat(AnswerPrinter.format(second))
                .startsWith("Understood as: How many visitors came?\n\nVisitors: 12. [1]\n");
    }
}

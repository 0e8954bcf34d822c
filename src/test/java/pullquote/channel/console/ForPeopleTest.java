package pullquote.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pullquote.answer.AnswerListener;
import pullquote.answer.Newsroom;
import pullquote.answer.Question;
import pullquote.channel.TeaHouse;
import pullquote.conversation.Conversations;
import pullquote.conversation.Reply;
import pullquote.conversation.ShortMemory;

/** What a person reads in a terminal. */
class ForPeopleTest {
    @Test
    void saysHowAFollowUpWasUnderstood() {
        var conversations = new Conversations(
                Newsroom.quoting(() -> TeaHouse.LIBRARY),
                (asked, before) -> Question.of("How many visitors came?"),
                new ShortMemory(),
                Clock.systemUTC());
        Reply first = conversations.ask(
                ForPeople.CHANNEL, Optional.empty(), Question.of("And visitors?"), AnswerListener.NONE);
        Reply second = conversations.ask(
                ForPeople.CHANNEL,
                Optional.of(first.conversationId()),
                Question.of("And visitors?"),
                AnswerListener.NONE);

        assertThat(ForPeople.show(first)).startsWith("Visitors: 12. [1]\n");
        assertThat(ForPeople.show(second)).startsWith("Understood as: How many visitors came?\n\nVisitors: 12. [1]\n");
    }
}

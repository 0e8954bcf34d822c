package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.request.ChatAction;
import com.pengrad.telegrambot.request.SendChatAction;
import com.pengrad.telegrambot.request.SendMessageDraft;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import pullquote.answer.AnswerListener;
import pullquote.answer.Citation;
import pullquote.answer.Sentence;

/**
 * Shows the progress of an answer: the typing status and, in a private chat, a draft with the verified sentences of a
 * slow answer. Telegram removes a draft after a while, or when the answer arrives.
 */
final class TypingIndicator implements AnswerListener, AutoCloseable {
    /** Interval between typing statuses, in milliseconds. Telegram shows each for 5 seconds. */
    private static final int TYPING_MILLIS = 4_000;
    /** Delay before the first typing status, in milliseconds. Faster answers do not show one. */
    private static final int FIRST_TYPING_MILLIS = 150;
    /** Time before the first draft, in nanoseconds. A faster answer would replace its draft before it can be read. */
    private static final long DRAFT_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final ChatRef chat;
    private final TelegramClient client;
    private final AtomicBoolean hasDrafts;
    private final Future<?> typing;
    private final long start = System.nanoTime();
    private final StringBuilder draftText = new StringBuilder();

    /**
     * Starts to show the typing status.
     *
     * @param hasDrafts whether the Bot API server supports drafts; set to false if it turns out that it does not
     */
    TypingIndicator(ChatRef chat, TelegramClient client, AtomicBoolean hasDrafts, ScheduledExecutorService scheduler) {
        this.chat = chat;
        this.client = client;
        this.hasDrafts = hasDrafts;
        this.typing = scheduler.scheduleWithFixedDelay(
                this::sendTyping, FIRST_TYPING_MILLIS, TYPING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sendTyping() {
        var action = new SendChatAction(chat.chat(), ChatAction.typing);
        chat.thread().ifPresent(action::messageThreadId);
        client.sendOptional(action);
    }

    @Override
    public void onSentence(Sentence sentence, List<Citation> citations) {
        draftText.append(draftText.isEmpty() ? "" : " ").append(sentence.withCitationMarks());
        if (chat.isPrivate()
                && chat.message() != 0
                && hasDrafts.get()
                && draftText.length() <= MessageSplitter.MAX_LENGTH
                && System.nanoTime() - start >= DRAFT_INTERVAL_NANOS) {
            var draft = new SendMessageDraft(chat.chat(), chat.message(), draftText.toString());
            chat.thread().ifPresent(draft::messageThreadId);
            client.sendNow(chat.chat(), draft, () -> hasDrafts.set(false));
        }
    }

    @Override
    public void close() {
        typing.cancel(false);
    }
}

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
    private static final int TYPING_INTERVAL_MILLIS = 4_000;
    /** Delay before the first typing status, in milliseconds. Faster answers do not show one. */
    private static final int TYPING_DELAY_MILLIS = 150;
    /** Time before the first draft, in nanoseconds. A faster answer would replace its draft before it can be read. */
    private static final long DRAFT_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final ChatRef chatRef;
    private final TelegramClient client;
    private final AtomicBoolean draftsSupported;
    private final Future<?> typingTask;
    private final long startNanos = System.nanoTime();
    private final StringBuilder draftText = new StringBuilder();

    /**
     * Starts to show the typing status.
     *
     * @param hasDrafts true while the Bot API server is assumed to support drafts; set to false once it refuses one
     */
    TypingIndicator(ChatRef chat, TelegramClient client, AtomicBoolean hasDrafts, ScheduledExecutorService scheduler) {
        this.chatRef = chat;
        this.client = client;
        this.draftsSupported = hasDrafts;
        this.typingTask = scheduler.scheduleWithFixedDelay(
                this::sendTyping, TYPING_DELAY_MILLIS, TYPING_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sendTyping() {
        var action = new SendChatAction(chatRef.chatId(), ChatAction.typing);
        chatRef.threadId().ifPresent(action::messageThreadId);
        client.sendAsync(action);
    }

    @Override
    public void onSentence(Sentence sentence, List<Citation> citations) {
        draftText.append(draftText.isEmpty() ? "" : " ").append(sentence.withCitationMarks());
        if (chatRef.isPrivate()
                && chatRef.messageId() != 0
                && draftsSupported.get()
                && draftText.length() <= MessageSplitter.MAX_MESSAGE_LENGTH
                && System.nanoTime() - startNanos >= DRAFT_DELAY_NANOS) {
            var draft = new SendMessageDraft(chatRef.chatId(), chatRef.messageId(), draftText.toString());
            chatRef.threadId().ifPresent(draft::messageThreadId);
            client.trySendAsync(chatRef.chatId(), draft, () -> draftsSupported.set(false));
        }
    }

    @Override
    public void close() {
        typingTask.cancel(false);
    }
}

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
 * Keeps somebody company while an answer comes about: the bot is seen typing, and where it takes a while, what is proved
 * so far is shown as a draft. A draft vanishes by itself, or when the answer comes.
 */
final class TypingIndicator implements AnswerListener, AutoCloseable {
    /** Telegram shows it for five seconds. */
    private static final int TYPING_MILLIS = 4_000;
    /** An answer that is quicker needs none of this. */
    private static final int FIRST_TYPING_MILLIS = 150;
    /** Nobody reads a draft that is replaced at once. */
    private static final long DRAFT_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final ChatRef chat;
    private final TelegramClient client;
    private final AtomicBoolean hasDrafts;
    private final Future<?> typing;
    private final long start = System.nanoTime();
    private final StringBuilder draftText = new StringBuilder();

    /** @param hasDrafts whether the Bot API server knows of drafts, which it turns out that it does not if it is an old one */
    TypingIndicator(ChatRef place, TelegramClient sender, AtomicBoolean hasDrafts, ScheduledExecutorService clock) {
        this.chat = place;
        this.client = sender;
        this.hasDrafts = hasDrafts;
        this.typing = clock.scheduleWithFixedDelay(
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

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
final class Company implements AnswerListener, AutoCloseable {
    /** Telegram shows it for five seconds. */
    private static final int TYPING_MILLIS = 4_000;
    /** An answer that is quicker needs none of this. */
    private static final int QUICK_MILLIS = 150;
    /** Nobody reads a draft that is replaced at once. */
    private static final long DRAFT_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final Place place;
    private final Sender sender;
    private final AtomicBoolean hasDrafts;
    private final Future<?> typing;
    private final long start = System.nanoTime();
    private final StringBuilder soFar = new StringBuilder();

    /** @param hasDrafts whether the Bot API server knows of drafts, which it turns out that it does not if it is an old one */
    Company(Place place, Sender sender, AtomicBoolean hasDrafts, ScheduledExecutorService clock) {
        this.place = place;
        this.sender = sender;
        this.hasDrafts = hasDrafts;
        this.typing = clock.scheduleWithFixedDelay(this::type, QUICK_MILLIS, TYPING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void type() {
        var action = new SendChatAction(place.chat(), ChatAction.typing);
        place.thread().ifPresent(action::messageThreadId);
        sender.mention(action);
    }

    @Override
    public void sentence(Sentence sentence, List<Citation> citations) {
        soFar.append(soFar.isEmpty() ? "" : " ").append(sentence.marked());
        if (place.isPrivate()
                && place.message() != 0
                && hasDrafts.get()
                && soFar.length() <= Parts.LONGEST
                && System.nanoTime() - start >= DRAFT_NANOS) {
            var draft = new SendMessageDraft(place.chat(), place.message(), soFar.toString());
            place.thread().ifPresent(draft::messageThreadId);
            sender.sendNow(place.chat(), draft, () -> hasDrafts.set(false));
        }
    }

    @Override
    public void close() {
        typing.cancel(false);
    }
}

package pullquote.channel.telegram;

import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteMessage;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays cards out in a chat: as new messages, or in place of those that were there. */
final class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Sender sender;

    Delivery(Sender sender) {
        this.sender = sender;
    }

    void send(Place place, Card card) throws Undelivered, InterruptedException {
        send(place, card, List.of());
    }

    /**
     * Shows a card.
     *
     * @param instead numbers of messages whose place it takes
     * @return the numbers of its messages
     */
    List<Integer> send(Place place, Card card, List<Integer> instead) throws Undelivered, InterruptedException {
        var messages = new ArrayList<Integer>();
        for (int i = 0; i < card.parts().size(); i++) {
            Rich part = card.parts().get(i);
            Keyboard keyboard = i == card.parts().size() - 1 ? card.keyboard() : new Keyboard();
            if (i < instead.size() && edit(place, instead.get(i), part, keyboard)) {
                messages.add(instead.get(i));
            } else {
                messages.add(write(place, part, keyboard, i == 0));
            }
        }
        for (int i = messages.size(); i < instead.size(); i++) {
            wanted(place, new DeleteMessage(place.chat(), instead.get(i)));
        }
        return messages;
    }

    private int write(Place place, Rich part, Keyboard keyboard, boolean isFirst)
            throws Undelivered, InterruptedException {
        SendMessage message = message(place, part.text(), isFirst).entities(part.entities());
        keyboard.markup().ifPresent(message::replyMarkup);
        try {
            return sender.send(place.chat(), message).message().messageId();
        } catch (Undelivered e) {
            if (e.kind() != Undelivered.Kind.REFUSED) {
                throw e;
            }
            // The words matter most: whatever it was that Telegram did not like, they go without it.
            log.warn("Telegram refused a message, which is sent again as plain text: {}", e.getMessage());
            return sender.send(place.chat(), message(place, part.text(), isFirst))
                    .message()
                    .messageId();
        }
    }

    private static SendMessage message(Place place, String text, boolean isFirst) {
        var message = new SendMessage(place.chat(), text).linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        place.thread().ifPresent(message::messageThreadId);
        if (!place.isPrivate() && isFirst && place.message() != 0) {
            message.replyParameters(new ReplyParameters(place.message()).allowSendingWithoutReply(true));
        }
        return message;
    }

    /** Whether it could be: the reader may have taken the message away. */
    private boolean edit(Place place, int number, Rich part, Keyboard keyboard)
            throws Undelivered, InterruptedException {
        var edit = new EditMessageText(place.chat(), number, part.text())
                .entities(part.entities().toArray(MessageEntity[]::new))
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        keyboard.markup().ifPresent(edit::replyMarkup);
        return wanted(place, edit);
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> boolean wanted(Place place, BaseRequest<T, R> request)
            throws Undelivered, InterruptedException {
        try {
            sender.send(place.chat(), request);
            return true;
        } catch (Undelivered e) {
            if (e.kind() != Undelivered.Kind.REFUSED) {
                throw e;
            }
            return false;
        }
    }
}

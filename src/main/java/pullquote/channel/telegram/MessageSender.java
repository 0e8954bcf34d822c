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
final class MessageSender {
    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

    private final TelegramClient client;

    MessageSender(TelegramClient sender) {
        this.client = sender;
    }

    void send(ChatRef place, AnswerMessage card) throws DeliveryException, InterruptedException {
        send(place, card, List.of());
    }

    /**
     * Shows a card.
     *
     * @param instead numbers of messages whose place it takes
     * @return the numbers of its messages
     */
    List<Integer> send(ChatRef place, AnswerMessage card, List<Integer> instead)
            throws DeliveryException, InterruptedException {
        var messages = new ArrayList<Integer>();
        for (int i = 0; i < card.parts().size(); i++) {
            FormattedText part = card.parts().get(i);
            Keyboard keyboard = i == card.parts().size() - 1 ? card.keyboard() : new Keyboard();
            if (i < instead.size() && edit(place, instead.get(i), part, keyboard)) {
                messages.add(instead.get(i));
            } else {
                messages.add(sendPart(place, part, keyboard, i == 0));
            }
        }
        for (int i = messages.size(); i < instead.size(); i++) {
            canEdit(place, new DeleteMessage(place.chat(), instead.get(i)));
        }
        return messages;
    }

    private int sendPart(ChatRef place, FormattedText part, Keyboard keyboard, boolean isFirst)
            throws DeliveryException, InterruptedException {
        SendMessage message = message(place, part.text(), isFirst).entities(part.entities());
        keyboard.markup().ifPresent(message::replyMarkup);
        try {
            return client.send(place.chat(), message).message().messageId();
        } catch (DeliveryException e) {
            if (e.kind() != DeliveryException.Kind.REFUSED) {
                throw e;
            }
            // The words matter most: whatever it was that Telegram did not like, they go without it.
            log.warn("Telegram refused a message, which is sent again as plain text: {}", e.getMessage());
            return client.send(place.chat(), message(place, part.text(), isFirst))
                    .message()
                    .messageId();
        }
    }

    private static SendMessage message(ChatRef place, String text, boolean isFirst) {
        var message = new SendMessage(place.chat(), text).linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        place.thread().ifPresent(message::messageThreadId);
        if (!place.isPrivate() && isFirst && place.message() != 0) {
            message.replyParameters(new ReplyParameters(place.message()).allowSendingWithoutReply(true));
        }
        return message;
    }

    /** Whether it could be: the reader may have taken the message away. */
    private boolean edit(ChatRef place, int number, FormattedText part, Keyboard keyboard)
            throws DeliveryException, InterruptedException {
        var edit = new EditMessageText(place.chat(), number, part.text())
                .entities(part.entities().toArray(MessageEntity[]::new))
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        keyboard.markup().ifPresent(edit::replyMarkup);
        return canEdit(place, edit);
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> boolean canEdit(
            ChatRef place, BaseRequest<T, R> request) throws DeliveryException, InterruptedException {
        try {
            client.send(place.chat(), request);
            return true;
        } catch (DeliveryException e) {
            if (e.kind() != DeliveryException.Kind.REFUSED) {
                throw e;
            }
            return false;
        }
    }
}

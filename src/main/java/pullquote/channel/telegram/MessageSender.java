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

/** Sends answers to a chat as new messages, or edits existing messages. */
final class MessageSender {
    private static final Logger log = LoggerFactory.getLogger(MessageSender.class);

    private final TelegramClient client;

    MessageSender(TelegramClient client) {
        this.client = client;
    }

    void send(ChatRef chatRef, AnswerMessage answer) throws DeliveryException, InterruptedException {
        send(chatRef, answer, List.of());
    }

    /**
     * Sends an answer. Reuses the replaced messages as far as they can be edited and deletes those left over.
     *
     * @param replaced ids of the messages that the answer replaces
     * @return ids of the messages that show the answer
     */
    List<Integer> send(ChatRef chatRef, AnswerMessage answer, List<Integer> replaced)
            throws DeliveryException, InterruptedException {
        var messageIds = new ArrayList<Integer>();
        for (int i = 0; i < answer.parts().size(); i++) {
            FormattedText part = answer.parts().get(i);
            Keyboard keyboard = i == answer.parts().size() - 1 ? answer.keyboard() : new Keyboard();
            if (i < replaced.size() && tryEdit(chatRef, replaced.get(i), part, keyboard)) {
                messageIds.add(replaced.get(i));
            } else {
                messageIds.add(sendPart(chatRef, part, keyboard, i == 0));
            }
        }
        for (int i = messageIds.size(); i < replaced.size(); i++) {
            trySend(chatRef, new DeleteMessage(chatRef.chatId(), replaced.get(i)));
        }
        return messageIds;
    }

    private int sendPart(ChatRef chatRef, FormattedText part, Keyboard keyboard, boolean isFirst)
            throws DeliveryException, InterruptedException {
        SendMessage message = createMessage(chatRef, part.text(), isFirst).entities(part.entities());
        keyboard.toMarkup().ifPresent(message::replyMarkup);
        try {
            return client.send(chatRef.chatId(), message).message().messageId();
        } catch (DeliveryException e) {
            if (e.reason() != DeliveryException.Reason.REJECTED) {
                throw e;
            }
            // Formatting or buttons may be the reason, so send the text without them.
            log.warn("Telegram refused a message: {}. Sending it again as plain text.", e.getMessage());
            return client.send(chatRef.chatId(), createMessage(chatRef, part.text(), isFirst))
                    .message()
                    .messageId();
        }
    }

    private static SendMessage createMessage(ChatRef chatRef, String text, boolean isFirst) {
        var message =
                new SendMessage(chatRef.chatId(), text).linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        chatRef.threadId().ifPresent(message::messageThreadId);
        if (!chatRef.isPrivate() && isFirst && chatRef.messageId() != 0) {
            message.replyParameters(new ReplyParameters(chatRef.messageId()).allowSendingWithoutReply(true));
        }
        return message;
    }

    /** Edits a message. Returns false if Telegram refuses, for example because the user deleted the message. */
    private boolean tryEdit(ChatRef chatRef, int messageId, FormattedText part, Keyboard keyboard)
            throws DeliveryException, InterruptedException {
        var edit = new EditMessageText(chatRef.chatId(), messageId, part.text())
                .entities(part.entities().toArray(MessageEntity[]::new))
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        keyboard.toMarkup().ifPresent(edit::replyMarkup);
        return trySend(chatRef, edit);
    }

    /** Sends a request that changes a message. Returns false if Telegram refuses it. */
    private <T extends BaseRequest<T, R>, R extends BaseResponse> boolean trySend(
            ChatRef chatRef, BaseRequest<T, R> request) throws DeliveryException, InterruptedException {
        try {
            client.send(chatRef.chatId(), request);
            return true;
        } catch (DeliveryException e) {
            if (e.reason() != DeliveryException.Reason.REJECTED) {
                throw e;
            }
            return false;
        }
    }
}

package pullquote.channel.http;

import io.javalin.http.Context;
import java.io.IOException;
import pullquote.channel.HttpProblemException;
import pullquote.channel.JsonRequests;
import pullquote.conversation.ChatService;

/** Handles {@code POST /api/answers/{id}/feedback}: stores a user's rating of an answer from the API. */
final class FeedbackResource {
    private final ChatService chatService;

    FeedbackResource(ChatService conversations) {
        this.chatService = conversations;
    }

    void post(Context ctx) throws IOException {
        FeedbackRequest feedback = JsonRequests.read(ctx, FeedbackRequest.class);
        if (!chatService.rate(Api.CHANNEL, ctx.pathParam("id"), feedback.toRating(), feedback.normalizedComment())) {
            throw new HttpProblemException(
                    404,
                    "unknown_answer",
                    "No answer with this id, or its conversation has expired. Rate one of the last answers of a"
                            + " conversation, within a day.");
        }
        ctx.status(204);
    }
}

package pullquote.channel.api;

import io.javalin.http.Context;
import java.io.IOException;
import pullquote.channel.Body;
import pullquote.channel.Rejection;
import pullquote.conversation.Conversations;

/** {@code POST /api/answers/{id}/feedback}: takes what a reader thinks of an answer that he got here. */
final class Ratings {
    private final Conversations conversations;

    Ratings(Conversations conversations) {
        this.conversations = conversations;
    }

    void post(Context ctx) throws IOException {
        FeedbackJson feedback = Body.read(ctx, FeedbackJson.class);
        if (!conversations.rate(Api.CHANNEL, ctx.pathParam("id"), feedback.thumb(), feedback.words())) {
            throw new Rejection(
                    404,
                    "unknown_answer",
                    "There is no answer of this id, or its conversation is forgotten. Rate the last answers of a"
                            + " conversation, within a day.");
        }
        ctx.status(204);
    }
}

package pullquote;

import java.util.List;
import java.util.function.Supplier;
import pullquote.article.Library;
import pullquote.channel.Links;
import pullquote.channel.api.Api;
import pullquote.channel.web.Web;
import pullquote.conversation.Conversations;

/** The whole application at a glance. */
final class App {
    private App() {}

    /** Opens every door there is: a new channel is one line here. */
    static Server open(
            String host, int port, Conversations conversations, Supplier<Library> library, Links links, String writer) {
        return Server.open(host, port, List.of(new Api(conversations, library, links, writer), new Web(library)));
    }
}

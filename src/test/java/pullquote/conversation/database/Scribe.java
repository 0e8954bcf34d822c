package pullquote.conversation.database;

import java.nio.file.Path;
import pullquote.conversation.Chat;
import pullquote.conversation.Conversation;

/** A process that notes one exchange after the other and says the number of each that is noted, until it is killed. */
final class Scribe {
    private Scribe() {}

    public static void main(String[] args) {
        var conversation = new Conversation("api", args[1]);
        try (var memory = new LongMemory(Database.open(DatabaseAddress.embedded(Path.of(args[0]))))) {
            for (int number = Integer.parseInt(args[2]); ; number++) {
                memory.append(conversation, Chat.answered(String.valueOf(number), Chat.NOON));
                System.out.println(number);
            }
        }
    }
}

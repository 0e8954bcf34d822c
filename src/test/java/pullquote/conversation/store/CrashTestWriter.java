package pullquote.conversation.store;

import java.nio.file.Path;

/** A process that notes one exchange after the other and says the number of each that is noted, until it is killed. */
final class CrashTestWriter {
    private CrashTestWriter() {}

    public static void main(String[] args) {
        var conversation = new ConversationKey("api", args[1]);
        try (var memory = new SqlConversationStore(Database.open(DatabaseAddress.embedded(Path.of(args[0]))))) {
            for (int number = Integer.parseInt(args[2]); ; number++) {
                memory.append(
                        conversation,
                        ConversationFixtures.answeredTurn(String.valueOf(number), ConversationFixtures.NOON));
                System.out.println(number);
            }
        }
    }
}

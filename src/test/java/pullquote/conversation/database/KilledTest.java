package pullquote.conversation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pullquote.conversation.Chat;
import pullquote.conversation.Conversation;
import pullquote.conversation.Exchange;

/** Killed while it writes, a process leaves behind all that it said it had noted. */
@Tag("P01")
@Timeout(300)
class KilledTest {
    /** More with {@code -Dkills=50}. */
    private static final int TIMES = Integer.getInteger("kills", 5);

    private final Conversation conversation = Chat.conversation();
    private final Random chance = new Random(1);

    @TempDir
    Path data;

    @Test
    void nothing_is_lost_and_nothing_is_there_by_half() throws Exception {
        int last = 0;
        for (int time = 0; time < TIMES; time++) {
            int noted = killedAfter(50 + chance.nextInt(200), last + 1);
            List<Exchange> found = found();
            last = Integer.parseInt(found.get(found.size() - 1).question());

            assertThat(last).as("the last of those that are found").isBetween(noted, noted + 1);
            for (int i = 0; i < found.size(); i++) {
                Exchange whole = Chat.answered(String.valueOf(last - found.size() + 1 + i), Chat.NOON);
                assertThat(found.get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("answerId")
                        .isEqualTo(whole);
            }
        }
    }

    /** The last number that it said. */
    private int killedAfter(int exchanges, int first) throws IOException, InterruptedException {
        Process scribe = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scribe.class.getName(),
                        file().toString(),
                        conversation.id(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (var out = new BufferedReader(new InputStreamReader(scribe.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null && line.matches("\\d+"); line = out.readLine()) {
                last = Integer.parseInt(line);
                if (last == first + exchanges) {
                    // By its handle: the process itself would close what it has said so far.
                    scribe.toHandle().destroyForcibly();
                }
            }
        } finally {
            scribe.destroyForcibly().waitFor();
        }
        assertThat(last).as("killed while it wrote").isGreaterThanOrEqualTo(first + exchanges);
        return last;
    }

    private List<Exchange> found() {
        try (var memory = new LongMemory(Database.open(DatabaseAddress.embedded(file())))) {
            return memory.find(conversation, Instant.EPOCH);
        }
    }

    private Path file() {
        return data.resolve("pullquote.db");
    }
}

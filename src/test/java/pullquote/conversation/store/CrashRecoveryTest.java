package pullquote.conversation.store;

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
import pullquote.query.Turn;

/** Tests that all acknowledged writes survive killing the process. */
@Tag("P01")
@Timeout(300)
class CrashRecoveryTest {
    /** More with {@code -Dkills=50}. */
    private static final int KILL_COUNT = Integer.getInteger("kills", 5);

    private final ConversationKey conversation = ConversationFixtures.newKey();
    private final Random random = new Random(1);

    @TempDir
    Path directory;

    @Test
    void loses_no_acknowledged_turn_and_stores_none_partially() throws Exception {
        int last = 0;
        for (int time = 0; time < KILL_COUNT; time++) {
            int noted = runWriterUntilKilled(50 + random.nextInt(200), last + 1);
            List<Turn> found = loadTurns();
            last = Integer.parseInt(found.get(found.size() - 1).question());

            assertThat(last).as("the last of those that are found").isBetween(noted, noted + 1);
            for (int i = 0; i < found.size(); i++) {
                Turn whole = ConversationFixtures.answeredTurn(
                        String.valueOf(last - found.size() + 1 + i), ConversationFixtures.NOON);
                assertThat(found.get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("answerId")
                        .isEqualTo(whole);
            }
        }
    }

    /** The last number that it said. */
    private int runWriterUntilKilled(int exchanges, int first) throws IOException, InterruptedException {
        Process scribe = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashTestWriter.class.getName(),
                        databaseFile().toString(),
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

    private List<Turn> loadTurns() {
        try (var memory = new SqlConversationStore(Database.open(DatabaseAddress.embedded(databaseFile())))) {
            return memory.loadTurns(conversation, Instant.EPOCH);
        }
    }

    private Path databaseFile() {
        return directory.resolve("pullquote.db");
    }
}

package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pullquote.conversation.store.ConversationFixtures.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening a database, or not. */
class DatabaseTest {
    @TempDir
    Path directory;

    private DatabaseAddress address;

    @BeforeEach
    void setUp() {
        address = DatabaseAddress.embedded(directory.resolve("new").resolve("pullquote.db"));
    }

    @Test
    void keeps_turns_across_a_restart() {
        var conversation = ConversationFixtures.newKey();
        var said = ConversationFixtures.answeredTurn("When?", NOON);
        try (var memory = new SqlConversationStore(Database.open(address))) {
            memory.append(conversation, said);
        }
        try (var memory = new SqlConversationStore(Database.open(address))) {
            assertThat(memory.loadTurns(conversation, Instant.EPOCH)).containsExactly(said);
        }
    }

    @Test
    void migrates_an_older_database_without_losing_data() throws Exception {
        Files.createDirectories(address.file().orElseThrow().getParent());
        Flyway.configure()
                .dataSource(address.url(), null, null)
                .locations("classpath:pullquote/migrations")
                .target("1")
                .load()
                .migrate();
        var conversation = ConversationFixtures.newKey();
        var said = ConversationFixtures.unansweredTurn("When?", NOON);
        long noon = NOON.toEpochMilli();
        try (var connection = DriverManager.getConnection(address.url())) {
            Statements.update(connection, "insert into conversation values (?, ?, ?)", conversation.id(), "api", noon);
            Statements.update(
                    connection,
                    "insert into exchange values (?, 1, ?, ?, ?, ?, ?)",
                    conversation.id(),
                    said.answerId(),
                    said.question(),
                    said.standaloneQuestion(),
                    "off_topic",
                    noon);
        }

        try (var memory = new SqlConversationStore(Database.open(address))) {
            assertThat(memory.loadTurns(conversation, Instant.EPOCH)).containsExactly(said);
            assertThat(memory.saveFeedback(ConversationFixtures.thumbsUp(said, NOON)))
                    .isTrue();
        }
    }

    @Test
    @Tag("P09")
    void refuses_a_second_process() {
        try (var first = Database.open(address)) {
            assertThatThrownBy(() -> Database.open(address))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("another Pullquote process uses the database; stop it, or use another location");
            assertThat(first).isNotNull();
        }
        Database.open(address).close();
    }

    @Test
    @Tag("P03")
    void quarantines_a_corrupt_file_and_creates_a_new_one() throws IOException {
        Path file = address.file().orElseThrow();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "This is no database. ".repeat(1_000));
        var conversation = ConversationFixtures.newKey();
        try (var memory = new SqlConversationStore(Database.open(address))) {
            memory.append(conversation, ConversationFixtures.answeredTurn("When?", NOON));
            assertThat(memory.loadTurns(conversation, Instant.EPOCH)).hasSize(1);
        }
        assertThat(file.resolveSibling("pullquote.db.damaged")).isRegularFile();
    }

    @Test
    void reports_an_unwritable_location_with_a_remedy() throws IOException {
        Files.writeString(directory.resolve("new"), "a file where a folder should be");

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("the database file is not writable; check the permissions of its folder");
    }

    @Test
    void knows_the_latest_migration() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/pullquote/migrations"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Integer.parseInt(Database.LATEST_MIGRATION));
        }
    }
}

package pullquote.conversation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pullquote.conversation.Chat.NOON;

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
import pullquote.conversation.Chat;

/** Opening a database, or not. */
class DatabaseTest {
    @TempDir
    Path data;

    private DatabaseAddress address;

    @BeforeEach
    void choosePlace() {
        address = DatabaseAddress.embedded(data.resolve("new").resolve("pullquote.db"));
    }

    @Test
    void what_was_said_is_there_when_it_is_opened_again() {
        var conversation = Chat.conversation();
        var said = Chat.answered("When?", NOON);
        try (var memory = new LongMemory(Database.open(address))) {
            memory.append(conversation, said);
        }
        try (var memory = new LongMemory(Database.open(address))) {
            assertThat(memory.find(conversation, Instant.EPOCH)).containsExactly(said);
        }
    }

    @Test
    void one_of_an_older_version_gets_what_it_lacks_and_keeps_what_it_has() throws Exception {
        Files.createDirectories(address.file().orElseThrow().getParent());
        Flyway.configure()
                .dataSource(address.url(), null, null)
                .locations("classpath:pullquote/migrations")
                .target("1")
                .load()
                .migrate();
        var conversation = Chat.conversation();
        var said = Chat.refused("When?", NOON);
        long noon = NOON.toEpochMilli();
        try (var connection = DriverManager.getConnection(address.url())) {
            Statements.change(connection, "insert into conversation values (?, ?, ?)", conversation.id(), "api", noon);
            Statements.change(
                    connection,
                    "insert into exchange values (?, 1, ?, ?, ?, ?, ?)",
                    conversation.id(),
                    said.answerId(),
                    said.question(),
                    said.standalone(),
                    "off_topic",
                    noon);
        }

        try (var memory = new LongMemory(Database.open(address))) {
            assertThat(memory.find(conversation, Instant.EPOCH)).containsExactly(said);
            assertThat(memory.rate(Chat.up(said, NOON))).isTrue();
        }
    }

    @Test
    @Tag("P09")
    void a_second_one_is_not_let_in() {
        try (var first = Database.open(address)) {
            assertThatThrownBy(() -> Database.open(address))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessage("another Pullquote uses it; stop that one, or give this one a place of its own");
            assertThat(first).isNotNull();
        }
        Database.open(address).close();
    }

    @Test
    @Tag("P03")
    void a_damaged_file_is_put_aside_and_made_anew() throws IOException {
        Path file = address.file().orElseThrow();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "This is no database. ".repeat(1_000));
        var conversation = Chat.conversation();
        try (var memory = new LongMemory(Database.open(address))) {
            memory.append(conversation, Chat.answered("When?", NOON));
            assertThat(memory.find(conversation, Instant.EPOCH)).hasSize(1);
        }
        assertThat(file.resolveSibling("pullquote.db.damaged")).isRegularFile();
    }

    @Test
    void a_place_that_cannot_be_written_is_told_with_a_remedy() throws IOException {
        Files.writeString(data.resolve("new"), "a file where a folder should be");

        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("it cannot be opened and written; see who owns the folder");
    }

    @Test
    void the_newest_migration_is_known_so_that_none_is_looked_for_in_vain() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/pullquote/migrations"))) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Integer.parseInt(Database.NEWEST_MIGRATION));
        }
    }
}

package pullquote.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code DATABASE_URL} may look like. */
class DatabaseAddressTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://me:pw@db.example/news                | //db.example/news                 | me  | pw
            postgresql://me:pw@db.example:6432/news         | //db.example:6432/news            | me  | pw
            jdbc:postgresql://db/news                       | //db/news                         |     |
            jdbc:postgresql://me:pw@db/news                 | //db/news                         | me  | pw
            postgres://me@db/news?sslmode=require           | //db/news?sslmode=require         | me  |
            jdbc:postgresql://db/news?user=me&password=pw   | //db/news?user=me&password=pw     |     |
            postgres://me:p%40s%2Fs+%25@db/news             | //db/news                         | me  | p@s/s+%
            postgres://me:p@ss/w?rd@db/news                 | //db/news                         | me  | p@ss/w?rd
            postgres://me:pw@[::1]:5432/news                | //[::1]:5432/news                 | me  | pw
            postgres://me:pw@a:1,b:2/news                   | //a:1,b:2/news                    | me  | pw
            """)
    void accepts_hosting_provider_and_jdbc_urls(String url, String rest, String user, String password) {
        assertThat(DatabaseAddress.parse(url))
                .contains(new DatabaseAddress(
                        Optional.empty(),
                        "jdbc:postgresql:" + rest,
                        Optional.ofNullable(user),
                        Optional.ofNullable(password)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://db/news",
                "jdbc:sqlite:news.db",
                "postgres://",
                "postgres://db",
                "postgres://db/",
                "postgres:///news",
                "postgres://me:p%zz@db/news",
                "postgres://db/news x",
                "db/news",
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil'"
            })
    void rejects_anything_else(String url) {
        assertThat(DatabaseAddress.parse(url)).isEmpty();
    }

    @Test
    void hides_its_credentials_in_to_string() {
        assertThat(DatabaseAddress.parse("postgres://me:secret@db/news").orElseThrow())
                .hasToString("***");
    }
}

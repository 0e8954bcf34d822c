package pullquote.conversation.database;

import static pullquote.conversation.database.Statements.change;
import static pullquote.conversation.database.Statements.rows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.conversation.Letter;
import pullquote.conversation.Mailbox;

/** Keeps in a database, where it outlasts the process. */
public final class LongMailbox implements Mailbox {
    private final Database database;

    /** @param database is closed by whoever opened it */
    public LongMailbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean keep(Letter letter) {
        return database.let(connection -> change(
                        connection,
                        "insert into letter (channel, id, body, received_at) values (?, ?, ?, ?)"
                                + " on conflict (channel, id) do nothing",
                        letter.channel(),
                        letter.id(),
                        letter.body(),
                        letter.at().toEpochMilli())
                == 1);
    }

    @Override
    public void done(String channel, long id) {
        database.let(connection ->
                change(connection, "update letter set body = null where channel = ? and id = ?", channel, id));
    }

    @Override
    public List<Letter> waiting(String channel) {
        return database.let(connection -> rows(
                connection,
                row -> new Letter(channel, row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                "select id, body, received_at from letter where channel = ? and body is not null order by id",
                channel));
    }

    @Override
    public Optional<String> note(String channel, String name) {
        return database.let(connection -> rows(
                        connection,
                        row -> row.getString(1),
                        "select words from note where channel = ? and name = ?",
                        channel,
                        name)
                .stream()
                .findFirst());
    }

    @Override
    public void note(String channel, String name, String words, Instant until) {
        database.let(connection -> change(
                connection,
                "insert into note (channel, name, words, keep_until) values (?, ?, ?, ?)"
                        + " on conflict (channel, name) do update set"
                        + " words = excluded.words, keep_until = excluded.keep_until",
                channel,
                name,
                words,
                until.toEpochMilli()));
    }

    @Override
    public void forget(Instant lettersBefore, Instant now) {
        database.let(connection -> {
            change(connection, "delete from letter where received_at < ?", lettersBefore.toEpochMilli());
            return change(connection, "delete from note where keep_until < ?", now.toEpochMilli());
        });
    }
}

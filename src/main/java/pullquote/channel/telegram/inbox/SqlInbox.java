package pullquote.channel.telegram.inbox;

import static pullquote.conversation.store.Statements.query;
import static pullquote.conversation.store.Statements.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.conversation.store.Database;

/** Keeps in a database, where it outlasts the process. */
public final class SqlInbox implements UpdateInbox {
    private final Database database;

    /** @param database is closed by whoever opened it */
    public SqlInbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(InboxItem letter) {
        return database.runInTransaction(connection -> update(
                        connection,
                        "insert into letter (channel, id, body, received_at) values (?, ?, ?, ?)"
                                + " on conflict (channel, id) do nothing",
                        letter.channel(),
                        letter.id(),
                        letter.body(),
                        letter.receivedAt().toEpochMilli())
                == 1);
    }

    @Override
    public void markDone(String channel, long id) {
        database.runInTransaction(connection ->
                update(connection, "update letter set body = null where channel = ? and id = ?", channel, id));
    }

    @Override
    public List<InboxItem> pending(String channel) {
        return database.runInTransaction(connection -> query(
                connection,
                row -> new InboxItem(channel, row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                "select id, body, received_at from letter where channel = ? and body is not null order by id",
                channel));
    }

    @Override
    public Optional<String> note(String channel, String name) {
        return database.runInTransaction(connection -> query(
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
        database.runInTransaction(connection -> update(
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
    public void deleteExpired(Instant lettersBefore, Instant now) {
        database.runInTransaction(connection -> {
            update(connection, "delete from letter where received_at < ?", lettersBefore.toEpochMilli());
            return update(connection, "delete from note where keep_until < ?", now.toEpochMilli());
        });
    }
}

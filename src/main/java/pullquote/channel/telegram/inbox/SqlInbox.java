package pullquote.channel.telegram.inbox;

import static pullquote.conversation.store.Statements.query;
import static pullquote.conversation.store.Statements.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pullquote.conversation.store.Database;

/** Stores updates and notes in a database, where they survive a restart. */
public final class SqlInbox implements UpdateInbox {
    private final Database database;

    /** @param database must be closed by the caller */
    public SqlInbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(InboxItem item) {
        return database.runInTransaction(connection -> update(
                        connection,
                        "insert into letter (channel, id, body, received_at) values (?, ?, ?, ?)"
                                + " on conflict (channel, id) do nothing",
                        item.channel(),
                        item.id(),
                        item.body(),
                        item.receivedAt().toEpochMilli())
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
    public Optional<String> findNote(String channel, String name) {
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
    public void saveNote(String channel, String name, String value, Instant expiresAt) {
        database.runInTransaction(connection -> update(
                connection,
                "insert into note (channel, name, words, keep_until) values (?, ?, ?, ?)"
                        + " on conflict (channel, name) do update set"
                        + " words = excluded.words, keep_until = excluded.keep_until",
                channel,
                name,
                value,
                expiresAt.toEpochMilli()));
    }

    @Override
    public void deleteExpired(Instant receivedBefore, Instant now) {
        database.runInTransaction(connection -> {
            update(connection, "delete from letter where received_at < ?", receivedBefore.toEpochMilli());
            return update(connection, "delete from note where keep_until < ?", now.toEpochMilli());
        });
    }
}

package pullquote.conversation.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static pullquote.conversation.store.Statements.query;
import static pullquote.conversation.store.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pullquote.query.NoAnswerReason;
import pullquote.query.StoredCitation;
import pullquote.query.Turn;

/** Stores conversations in a database. */
public final class SqlConversationStore implements ConversationStore {
    private static final Logger log = LoggerFactory.getLogger(SqlConversationStore.class);
    /** Limits the database to about 100 MB, or 2 GB if every conversation has the maximum length. */
    private static final int MAX_CONVERSATIONS = 20_000;
    /** Limits feedback to about 10 MB, or 300 MB if all rows have the maximum length. */
    private static final int MAX_FEEDBACK = 10_000;

    private final Database database;
    private final int maxConversations;
    private final int maxFeedback;

    /** @param database is closed together with the store */
    public SqlConversationStore(Database database) {
        this(database, MAX_CONVERSATIONS, MAX_FEEDBACK);
    }

    SqlConversationStore(Database database, int maxConversations, int maxFeedback) {
        this.database = database;
        this.maxConversations = maxConversations;
        this.maxFeedback = maxFeedback;
    }

    @Override
    public List<Turn> loadTurns(ConversationKey conversation, Instant since) {
        return database.runInTransaction(connection -> {
            boolean isKnown = !query(
                            connection,
                            row -> row.getString(1),
                            "select id from conversation where id = ? and channel = ? and last_exchange_at >= ?",
                            conversation.id(),
                            conversation.channel(),
                            since.toEpochMilli())
                    .isEmpty();
            return isKnown ? selectTurns(connection, conversation.id()) : List.of();
        });
    }

    private static List<Turn> selectTurns(Connection connection, String id) throws SQLException {
        Map<Integer, List<String>> sentences = groupByTurnNumber(query(
                connection,
                row -> Map.entry(row.getInt(1), row.getString(2)),
                "select exchange_number, words from exchange_sentence where conversation_id = ? order by place",
                id));
        Map<Integer, List<StoredCitation>> citations = groupByTurnNumber(query(
                connection,
                row -> Map.entry(
                        row.getInt(1),
                        new StoredCitation(
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getString(7))),
                "select exchange_number, article_id, article_version, paragraph, span_start, span_end, quote"
                        + " from exchange_citation where conversation_id = ? order by place",
                id));
        return query(
                connection,
                row -> new Turn(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)).map(SqlConversationStore::parseReason),
                        sentences.getOrDefault(row.getInt(1), List.of()),
                        citations.getOrDefault(row.getInt(1), List.of()),
                        Instant.ofEpochMilli(row.getLong(6))),
                "select number, answer_id, asked, standalone, reason, answered_at"
                        + " from exchange where conversation_id = ? order by number",
                id);
    }

    private static <T> Map<Integer, List<T>> groupByTurnNumber(List<Entry<Integer, T>> entries) {
        return entries.stream().collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
    }

    /** Parses a reason. Unknown ones may come from a newer version of the program. */
    private static NoAnswerReason parseReason(String code) {
        return Stream.of(NoAnswerReason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(NoAnswerReason.NOT_IN_ARTICLES);
    }

    @Override
    public void append(ConversationKey conversation, Turn turn) {
        try {
            database.runInTransaction(connection -> {
                upsertConversation(connection, conversation, turn.answeredAt());
                append(connection, conversation.id(), turn);
                return true;
            });
        } catch (StoreException e) {
            if (DatabaseError.classify(e) != DatabaseError.INVALID_VALUE) {
                throw e;
            }
            // Retrying would fail again.
            log.error("Failed to store conversation turn: the database rejected a value", e);
        }
    }

    /** Must run first: on a server it locks the row, so concurrent appends to the same conversation run one by one. */
    private static void upsertConversation(Connection connection, ConversationKey conversation, Instant time)
            throws SQLException {
        long millis = time.toEpochMilli();
        String update = "update conversation set last_exchange_at = ? where id = ?";
        if (update(connection, update, millis, conversation.id()) == 0) {
            String insert = "insert into conversation (id, channel, last_exchange_at) values (?, ?, ?)";
            update(connection, insert, conversation.id(), conversation.channel(), millis);
        }
    }

    private static void append(Connection connection, String id, Turn turn) throws SQLException {
        String last = "select coalesce(max(number), 0) from exchange where conversation_id = ?";
        int number = query(connection, row -> row.getInt(1), last, id).get(0) + 1;
        update(
                connection,
                "insert into exchange (conversation_id, number, answer_id, asked, standalone, reason, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                number,
                turn.answerId(),
                turn.question(),
                turn.standaloneQuestion(),
                turn.reason().map(NoAnswerReason::code).orElse(null),
                turn.answeredAt().toEpochMilli());
        int place = 0;
        for (String sentence : turn.sentences()) {
            update(
                    connection,
                    "insert into exchange_sentence (conversation_id, exchange_number, place, words) values (?, ?, ?, ?)",
                    id,
                    number,
                    ++place,
                    sentence);
        }
        place = 0;
        for (StoredCitation cited : turn.citations()) {
            update(
                    connection,
                    "insert into exchange_citation (conversation_id, exchange_number, place, article_id,"
                            + " article_version, paragraph, span_start, span_end, quote)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    number,
                    ++place,
                    cited.articleId(),
                    cited.version(),
                    cited.paragraph(),
                    cited.start(),
                    cited.end(),
                    cited.quote());
        }
        update(connection, "delete from exchange where conversation_id = ? and number <= ?", id, number - MAX_TURNS);
    }

    @Override
    public boolean saveFeedback(Feedback feedback) {
        return database.runInTransaction(connection -> {
            String holder = "select id from conversation join exchange on conversation_id = id"
                    + " where answer_id = ? and channel = ?";
            for (String id :
                    query(connection, row -> row.getString(1), holder, feedback.answerId(), feedback.channel())) {
                for (Turn turn : selectTurns(connection, id)) {
                    if (turn.answerId().equals(feedback.answerId())) {
                        FeedbackTable.upsert(connection, feedback, turn);
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Override
    public void deleteExpired(Instant before) {
        database.runInTransaction(connection -> {
            update(connection, "delete from conversation where last_exchange_at < ?", before.toEpochMilli());
            String firstTooMany =
                    "select last_exchange_at from conversation order by last_exchange_at desc limit 1 offset ?";
            for (long millis : query(connection, row -> row.getLong(1), firstTooMany, maxConversations)) {
                update(connection, "delete from conversation where last_exchange_at <= ?", millis);
            }
            FeedbackTable.deleteOldest(connection, maxFeedback);
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}

package pullquote.conversation.database;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static pullquote.conversation.database.Statements.change;
import static pullquote.conversation.database.Statements.rows;

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
import pullquote.answer.Reason;
import pullquote.conversation.Cited;
import pullquote.conversation.Conversation;
import pullquote.conversation.Exchange;
import pullquote.conversation.Feedback;
import pullquote.conversation.Memory;
import pullquote.conversation.MemoryFailure;

/** Remembers conversations in a database, where they outlast the process. */
public final class LongMemory implements Memory {
    private static final Logger log = LoggerFactory.getLogger(LongMemory.class);
    /** Of one day. About 100 MB, and 2 GB if somebody sees to it that each is as long as can be. */
    private static final int CONVERSATIONS = 20_000;
    /** About 10 MB, and 300 MB at the very most. */
    private static final int FEEDBACK = 10_000;

    private final Database database;
    private final int most;
    private final int mostFeedback;

    /** @param database is closed with it */
    public LongMemory(Database database) {
        this(database, CONVERSATIONS, FEEDBACK);
    }

    LongMemory(Database database, int most, int mostFeedback) {
        this.database = database;
        this.most = most;
        this.mostFeedback = mostFeedback;
    }

    @Override
    public List<Exchange> find(Conversation conversation, Instant since) {
        return database.let(connection -> {
            boolean isKnown = !rows(
                            connection,
                            row -> row.getString(1),
                            "select id from conversation where id = ? and channel = ? and last_exchange_at >= ?",
                            conversation.id(),
                            conversation.channel(),
                            since.toEpochMilli())
                    .isEmpty();
            return isKnown ? exchanges(connection, conversation.id()) : List.of();
        });
    }

    private static List<Exchange> exchanges(Connection connection, String id) throws SQLException {
        Map<Integer, List<String>> sentences = byNumber(rows(
                connection,
                row -> Map.entry(row.getInt(1), row.getString(2)),
                "select exchange_number, words from exchange_sentence where conversation_id = ? order by place",
                id));
        Map<Integer, List<Cited>> citations = byNumber(rows(
                connection,
                row -> Map.entry(
                        row.getInt(1),
                        new Cited(
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6),
                                row.getString(7))),
                "select exchange_number, article_id, article_version, paragraph, span_start, span_end, quote"
                        + " from exchange_citation where conversation_id = ? order by place",
                id));
        return rows(
                connection,
                row -> new Exchange(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)).map(LongMemory::reason),
                        sentences.getOrDefault(row.getInt(1), List.of()),
                        citations.getOrDefault(row.getInt(1), List.of()),
                        Instant.ofEpochMilli(row.getLong(6))),
                "select number, answer_id, asked, standalone, reason, answered_at"
                        + " from exchange where conversation_id = ? order by number",
                id);
    }

    private static <T> Map<Integer, List<T>> byNumber(List<Entry<Integer, T>> entries) {
        return entries.stream().collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
    }

    /** A newer version may have known reasons that this one does not. */
    private static Reason reason(String code) {
        return Stream.of(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(Reason.NOT_IN_ARTICLES);
    }

    @Override
    public void append(Conversation conversation, Exchange exchange) {
        try {
            database.let(connection -> {
                touch(connection, conversation, exchange.at());
                append(connection, conversation.id(), exchange);
                return true;
            });
        } catch (MemoryFailure e) {
            if (Trouble.of(e) != Trouble.UNFIT) {
                throw e;
            }
            // It would not fit at the next try either.
            log.error("An exchange is not kept", e);
        }
    }

    /** Comes first: on a server, another who appends to the same conversation waits here until this one is done. */
    private static void touch(Connection connection, Conversation conversation, Instant at) throws SQLException {
        long millis = at.toEpochMilli();
        String update = "update conversation set last_exchange_at = ? where id = ?";
        if (change(connection, update, millis, conversation.id()) == 0) {
            String insert = "insert into conversation (id, channel, last_exchange_at) values (?, ?, ?)";
            change(connection, insert, conversation.id(), conversation.channel(), millis);
        }
    }

    private static void append(Connection connection, String id, Exchange exchange) throws SQLException {
        String last = "select coalesce(max(number), 0) from exchange where conversation_id = ?";
        int number = rows(connection, row -> row.getInt(1), last, id).get(0) + 1;
        change(
                connection,
                "insert into exchange (conversation_id, number, answer_id, asked, standalone, reason, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                number,
                exchange.answerId(),
                exchange.question(),
                exchange.standalone(),
                exchange.reason().map(Reason::code).orElse(null),
                exchange.at().toEpochMilli());
        int place = 0;
        for (String sentence : exchange.sentences()) {
            change(
                    connection,
                    "insert into exchange_sentence (conversation_id, exchange_number, place, words) values (?, ?, ?, ?)",
                    id,
                    number,
                    ++place,
                    sentence);
        }
        place = 0;
        for (Cited cited : exchange.citations()) {
            change(
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
        change(connection, "delete from exchange where conversation_id = ? and number <= ?", id, number - EXCHANGES);
    }

    @Override
    public boolean rate(Feedback feedback) {
        return database.let(connection -> {
            String holder = "select id from conversation join exchange on conversation_id = id"
                    + " where answer_id = ? and channel = ?";
            for (String id :
                    rows(connection, row -> row.getString(1), holder, feedback.answerId(), feedback.channel())) {
                for (Exchange exchange : exchanges(connection, id)) {
                    if (exchange.answerId().equals(feedback.answerId())) {
                        FeedbackTable.put(connection, feedback, exchange);
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Override
    public void forget(Instant before) {
        database.let(connection -> {
            change(connection, "delete from conversation where last_exchange_at < ?", before.toEpochMilli());
            String firstTooMany =
                    "select last_exchange_at from conversation order by last_exchange_at desc limit 1 offset ?";
            for (long millis : rows(connection, row -> row.getLong(1), firstTooMany, most)) {
                change(connection, "delete from conversation where last_exchange_at <= ?", millis);
            }
            FeedbackTable.forget(connection, mostFeedback);
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }
}

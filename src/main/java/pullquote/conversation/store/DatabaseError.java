package pullquote.conversation.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database has against us, in our words: its own may repeat what is nobody's business. */
enum DatabaseError {
    IN_USE("another Pullquote uses it; stop that one, or give this one a place of its own"),
    CORRUPT("it is damaged; move it away, and a new one is made"),
    DISK_FULL("the disk is full; make room"),
    NOT_WRITABLE("it cannot be opened and written; see who owns the folder"),
    UNREACHABLE("nobody answers there; see that it runs and that the address is right"),
    AUTHENTICATION_FAILED("user or password are wrong; see that the address has both"),
    DATABASE_NOT_FOUND("there is no database of that name; make one"),
    PERMISSION_DENIED("the user may not do there what is needed; let it own the database"),
    TOO_MANY_CONNECTIONS("it takes no more connections; let it take some more"),
    INVALID_VALUE("it does not take what was to be kept"),
    OTHER("it fails; the log tells more at level DEBUG");

    private final String message;

    DatabaseError(String words) {
        this.message = words;
    }

    /** What happened and what to do about it. */
    String message() {
        return message;
    }

    /** The trouble behind an exception, however deep. */
    static DatabaseError classify(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Optional<DatabaseError> known = cause instanceof SQLiteException sqlite
                    ? fromSqliteCode(sqlite.getResultCode())
                    : cause instanceof SQLException sql
                            ? fromSqlState(String.valueOf(sql.getSQLState()))
                            : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return OTHER;
    }

    private static Optional<DatabaseError> fromSqliteCode(SQLiteErrorCode code) {
        // The lower eight bits are the kind of error, those above its details.
        SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(code.code & 0xFF);
        return Optional.ofNullable(
                switch (kind) {
                    case SQLITE_BUSY, SQLITE_LOCKED -> IN_USE;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> CORRUPT;
                    case SQLITE_FULL -> DISK_FULL;
                    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR -> NOT_WRITABLE;
                    case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH -> INVALID_VALUE;
                    default -> null;
                });
    }

    private static Optional<DatabaseError> fromSqlState(String state) {
        return Optional.ofNullable(
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08", "57" -> UNREACHABLE;
                    case "28" -> AUTHENTICATION_FAILED;
                    case "3D" -> DATABASE_NOT_FOUND;
                    case "22", "23" -> INVALID_VALUE;
                    default ->
                        switch (state) {
                            case "42501" -> PERMISSION_DENIED;
                            case "53100" -> DISK_FULL;
                            case "53300" -> TOO_MANY_CONNECTIONS;
                            default -> null;
                        };
                });
    }
}

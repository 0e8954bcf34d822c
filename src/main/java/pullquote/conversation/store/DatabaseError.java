package pullquote.conversation.store;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Classifies database errors into messages without connection details, which the driver's own may contain. */
enum DatabaseError {
    IN_USE("another Pullquote process uses the database; stop it, or use another location"),
    CORRUPT("the database is damaged; move the file away, and a new one is created"),
    DISK_FULL("the disk is full; free some space"),
    NOT_WRITABLE("the database file is not writable; check the permissions of its folder"),
    UNREACHABLE("the database server does not respond; check that it runs and that the address is correct"),
    AUTHENTICATION_FAILED("wrong user or password; check that the address contains both"),
    DATABASE_NOT_FOUND("no database of this name; create it"),
    PERMISSION_DENIED("the database user lacks permissions; make it the owner of the database"),
    TOO_MANY_CONNECTIONS("too many connections; raise the server's limit"),
    INVALID_VALUE("the database rejected a value"),
    OTHER("the database failed; see the log at level DEBUG");

    private final String message;

    DatabaseError(String message) {
        this.message = message;
    }

    /** Returns what happened and what to do about it. */
    String message() {
        return message;
    }

    /** Returns the error for an exception, following its causes. */
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
        // The lower 8 bits are the primary result code.
        SQLiteErrorCode primaryCode = SQLiteErrorCode.getErrorCode(code.code & 0xFF);
        return Optional.ofNullable(
                switch (primaryCode) {
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

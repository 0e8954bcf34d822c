package pullquote.conversation.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database has against us, in our words: its own may repeat what is nobody's business. */
enum Fault {
    IN_USE("another Pullquote uses it; stop that one, or give this one a place of its own"),
    DAMAGED("it is damaged"),
    FULL("the disk is full; make room"),
    UNWRITABLE("it cannot be opened and written; see who owns the folder"),
    UNREACHABLE("nobody answers there; see that it runs and that the address is right"),
    REFUSED("user or password are wrong; see that the address has both"),
    MISSING("there is no database of that name; make one"),
    FORBIDDEN("the user may not do there what is needed; let it own the database"),
    UNFIT("it does not take what was to be kept"),
    OTHER("it fails; the log tells more at level DEBUG");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** What happened and what to do about it. */
    String words() {
        return words;
    }

    /** The fault behind an exception, however deep. */
    static Fault of(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Optional<Fault> known = cause instanceof SQLiteException sqlite
                    ? embedded(sqlite.getResultCode())
                    : cause instanceof SQLException sql ? server(String.valueOf(sql.getSQLState())) : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return OTHER;
    }

    private static Optional<Fault> embedded(SQLiteErrorCode code) {
        // The lower eight bits are the kind of error, those above its details.
        SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(code.code & 0xFF);
        return Optional.ofNullable(
                switch (kind) {
                    case SQLITE_BUSY, SQLITE_LOCKED -> IN_USE;
                    case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
                    case SQLITE_FULL -> FULL;
                    case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_IOERR -> UNWRITABLE;
                    case SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH -> UNFIT;
                    default -> null;
                });
    }

    private static Optional<Fault> server(String state) {
        return Optional.ofNullable(
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08", "57" -> UNREACHABLE;
                    case "28" -> REFUSED;
                    case "3D" -> MISSING;
                    case "42" -> FORBIDDEN;
                    case "53" -> FULL;
                    case "22", "23" -> UNFIT;
                    default -> null;
                });
    }
}

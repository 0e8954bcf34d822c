package pullquote.conversation.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database has against us, in our words: its own may repeat what is nobody's business. */
enum Trouble {
    IN_USE("another Pullquote uses it; stop that one, or give this one a place of its own"),
    DAMAGED("it is damaged; move it away, and a new one is made"),
    FULL("the disk is full; make room"),
    UNWRITABLE("it cannot be opened and written; see who owns the folder"),
    UNREACHABLE("nobody answers there; see that it runs and that the address is right"),
    REFUSED("user or password are wrong; see that the address has both"),
    MISSING("there is no database of that name; make one"),
    FORBIDDEN("the user may not do there what is needed; let it own the database"),
    CROWDED("it takes no more connections; let it take some more"),
    UNFIT("it does not take what was to be kept"),
    OTHER("it fails; the log tells more at level DEBUG");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** What happened and what to do about it. */
    String words() {
        return words;
    }

    /** The trouble behind an exception, however deep. */
    static Trouble of(@Nullable Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Optional<Trouble> known = cause instanceof SQLiteException sqlite
                    ? embedded(sqlite.getResultCode())
                    : cause instanceof SQLException sql ? server(String.valueOf(sql.getSQLState())) : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return OTHER;
    }

    private static Optional<Trouble> embedded(SQLiteErrorCode code) {
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

    private static Optional<Trouble> server(String state) {
        return Optional.ofNullable(
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08", "57" -> UNREACHABLE;
                    case "28" -> REFUSED;
                    case "3D" -> MISSING;
                    case "22", "23" -> UNFIT;
                    default ->
                        switch (state) {
                            case "42501" -> FORBIDDEN;
                            case "53100" -> FULL;
                            case "53300" -> CROWDED;
                            default -> null;
                        };
                });
    }
}

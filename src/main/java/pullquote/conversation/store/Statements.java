package pullquote.conversation.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs SQL statements with positional parameters. */
public final class Statements {
    private Statements() {}

    /** Maps the current row of a result set. */
    public interface RowMapper<T> {
        T mapRow(ResultSet row) throws SQLException;
    }

    /** Runs a statement and returns the number of changed rows. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> query(Connection connection, RowMapper<T> row, String sql, Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var rows = new ArrayList<T>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    rows.add(row.mapRow(results));
                }
            }
            return rows;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}

package org.minyi.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/** Sets of rows on their way into a statement, column by column, and what may be missing in a row that comes back. */
public final class Columns {

    private Columns() {}

    /**
     * One column of all rows as texts, in the order of the rows, for {@code unnest(:names::type[])}: one statement and
     * one plan for any number of rows, without a parameter for each value. A missing value stays missing.
     */
    public static <T> String[] texts(Collection<T> rows, Function<? super T, ?> column) {
        var texts = new String[rows.size()];
        var at = 0;
        for (var row : rows) {
            var value = column.apply(row);
            texts[at++] = value == null ? null : value.toString();
        }
        return texts;
    }

    /** The instant in a column, or null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

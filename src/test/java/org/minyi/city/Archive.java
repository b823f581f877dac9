package org.minyi.city;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every table of a database, whatever its schema, read row by row as its superuser: no policy and no grant in the way. */
final class Archive {

    private static final String TABLES =
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
             order by 1
            """;

    private final Connection superuser;

    Archive(Connection superuser) {
        this.superuser = superuser;
    }

    List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Gives every value to the search: bytes as bytes, all else as the text the database writes it in. */
    void read(String table, Haystack haystack) throws SQLException {
        superuser.setAutoCommit(false);
        try (var statement = superuser.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(1_000);
            read(table, statement, haystack);
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    private static void read(String table, Statement statement, Haystack haystack) throws SQLException {
        try (var rows = statement.executeQuery("select * from " + table)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                for (var at = 1; at <= columns.getColumnCount(); at++) {
                    var place = table + "." + columns.getColumnName(at);
                    if (columns.getColumnTypeName(at).equals("bytea")) {
                        haystack.look(place, rows.getBytes(at));
                    } else {
                        haystack.look(place, rows.getString(at));
                    }
                }
            }
        }
    }
}

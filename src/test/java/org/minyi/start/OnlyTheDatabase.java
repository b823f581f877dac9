package org.minyi.start;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Starts the embedded database without the rest of Minyi, counts this start in a table, and waits to be ended. */
final class OnlyTheDatabase {

    private OnlyTheDatabase() {}

    public static void main(String[] args) throws SQLException, InterruptedException {
        var database = EmbeddedDatabase.in(Path.of(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        var owner = database.owner();
        try (var connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists start (number serial)");
            statement.execute("insert into start default values");
            try (var count = statement.executeQuery("select count(*) from start")) {
                count.next();
                System.out.println("starts: " + count.getInt(1));
            }
        }
        Thread.currentThread().join();
    }
}

package org.minyi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * One real PostgreSQL for the whole test run; every caller gets an empty database of its own in it, with the roles that
 * docker/roles.sql makes. Everybody is trusted: no passwords.
 */
public final class TestDatabase {

    public static final String OWNER = "minyi_owner";
    public static final String APPLICATION = "minyi";
    public static final String SUPERUSER = "postgres";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private TestDatabase() {}

    /** Creates an empty database and returns its JDBC address, without a user. */
    public static synchronized String fresh() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
                asSuperuser(address("postgres"), roles());
            }
            var name = "test" + COUNT.incrementAndGet();
            asSuperuser(address("postgres"), "create database " + name + " owner " + OWNER);
            return address(name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * How a database gets the rooms' tables without the rest of Minyi: all but the history's, which stand on the engine's.
     */
    public static FluentConfiguration tables(String address) {
        return Flyway.configure()
                .dataSource(address, OWNER, "")
                .placeholders(Map.of("application", APPLICATION))
                .schemas("minyi")
                .defaultSchema("minyi")
                .target("116");
    }

    /** An empty database as Minyi's own settings name it, and who works in it. */
    public static String[] settings() {
        var address = fresh();
        return new String[] {
            "spring.datasource.url=" + address,
            "spring.datasource.username=" + APPLICATION,
            "spring.datasource.password=",
            "spring.flyway.url=" + address,
            "spring.flyway.user=" + OWNER,
            "spring.flyway.password="
        };
    }

    /** What the application's role may not do, for example empty a table, in the database it is connected to. */
    public static void asOwner(DataSource application, String sql) {
        as(OWNER, addressOf(application), sql);
    }

    public static void asSuperuser(DataSource application, String sql) {
        asSuperuser(addressOf(application), sql);
    }

    /** The address of the database a pool is connected to. */
    public static String addressOf(DataSource application) {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getURL();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static Connection connect(String role, String address) {
        try {
            return DriverManager.getConnection(address, role, "");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void asSuperuser(String address, String sql) {
        as(SUPERUSER, address, sql);
    }

    private static void as(String role, String address, String sql) {
        try (var connection = connect(role, address);
                var statement = connection.createStatement()) {
            statement.execute("set search_path to public, minyi");
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As psql would read it. */
    private static String roles() throws IOException {
        return Files.readString(Path.of("docker/roles.sql"))
                .replace(":\"owner\"", OWNER)
                .replace(":'owner_password'", "'unused'")
                .replace(":\"application\"", APPLICATION)
                .replace(":'application_password'", "'unused'")
                .replace(":\"database\"", "postgres");
    }

    private static String address(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }
}

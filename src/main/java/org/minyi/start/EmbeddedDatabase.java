package org.minyi.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The database of the embedded default. The server starts beside the Spring context; the first bean that wants a
 * connection waits for it here. Closed after the last connection, because every DataSource depends on it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    static final String NAME = "minyi";
    private static final String OWNER = "minyi_owner";
    private static final String ONLOOKER = "minyi_onlooker";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String WRONG_PASSWORD = "28P01";
    private static final Set<String> CANNOT_LOG_IN = Set.of(WRONG_PASSWORD, "28000");

    private final DataDirectory data;
    private final CompletableFuture<PostgresServer> server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedDatabase(DataDirectory data) {
        this.data = data;
        this.server = CompletableFuture.supplyAsync(this::started, task -> new Thread(task, "postgres-start").start());
    }

    /** Claims the directory at once and starts the server in the background. */
    static EmbeddedDatabase in(Path directory) {
        return new EmbeddedDatabase(DataDirectory.claim(directory));
    }

    @Override
    public String getJdbcUrl() {
        return url(running().port(), NAME);
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return data.password(NAME);
    }

    /** As whom the tables are made and changed at start. */
    FlywayConnectionDetails owner() {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return EmbeddedDatabase.this.getJdbcUrl();
            }

            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return data.password(OWNER);
            }
        };
    }

    /** Waits for the database: only that knows whether a key that is missing was ever made. */
    String masterKey() {
        running();
        return data.masterKey();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.handle((running, failure) -> {
                        if (running != null) {
                            running.stop();
                        }
                        data.close();
                        return null;
                    })
                    .join();
        }
    }

    private PostgresServer running() {
        try {
            return server.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StartRefused refused) {
                throw refused;
            }
            throw failed;
        }
    }

    private PostgresServer started() {
        var isFirst = data.isFresh();
        var starting = new PostgresServer(data, PostgresBinaries.in(data));
        starting.start();
        try {
            if (isFirst) {
                make(starting);
            } else {
                open(starting);
            }
            return starting;
        } catch (RuntimeException | SQLException failed) {
            starting.stop();
            if (failed instanceof StartRefused refused) {
                throw refused;
            }
            if (Disk.isFull(data.root())) {
                throw Disk.full(data.root());
            }
            throw new IllegalStateException("the embedded database could not be opened", failed);
        }
    }

    /** Makes up for a first start that was killed midway, and for a database that was made before it had an owner. */
    private void open(PostgresServer starting) throws SQLException {
        try (var ready = connect(starting, OWNER, data.password(OWNER), NAME)) {
            checkMasterKey(ready);
        } catch (SQLException notYet) {
            if (!UNKNOWN_DATABASE.equals(notYet.getSQLState()) && !CANNOT_LOG_IN.contains(notYet.getSQLState())) {
                throw notYet;
            }
            make(starting);
        }
    }

    /** A new key would open nothing of what was sealed under the one that is missing. */
    private void checkMasterKey(Connection ready) throws SQLException {
        if (!Files.exists(data.masterKeyFile())
                && exists(ready, "select where to_regclass('citizen.data_key') is not null")) {
            throw new StartRefused(data.masterKeyFile() + " is missing, without it nobody can read whom the database"
                    + " beside it tells of; put it back, or name another place with --minyi.data=/some/directory.");
        }
    }

    /** The three roles and the database. That the owner can log in comes last: whoever finds it so finds all made. */
    private void make(PostgresServer starting) throws SQLException {
        try (var superuser = connect(starting, PostgresServer.SUPERUSER, data.password(), PostgresServer.SUPERUSER)) {
            role(superuser, OWNER);
            role(superuser, NAME);
            role(superuser, ONLOOKER);
            execute(superuser, "alter role " + NAME + " login password '" + data.password(NAME) + "'");
            execute(superuser, "grant " + ONLOOKER + " to " + NAME);
            if (!exists(superuser, "select from pg_database where datname = '" + NAME + "'")) {
                execute(superuser, "create database " + NAME + " owner " + OWNER);
            }
        } catch (SQLException failed) {
            if (WRONG_PASSWORD.equals(failed.getSQLState())) {
                throw new StartRefused(
                        data.passwordFile() + " does not open the database beside it; put the right one back, or name"
                                + " another place with --minyi.data=/some/directory.",
                        failed);
            }
            throw failed;
        }
        try (var superuser = connect(starting, PostgresServer.SUPERUSER, data.password(), NAME)) {
            execute(superuser, "reassign owned by " + NAME + " to " + OWNER);
            execute(superuser, "alter role " + OWNER + " login password '" + data.password(OWNER) + "'");
        }
    }

    private static void role(Connection superuser, String name) throws SQLException {
        if (!exists(superuser, "select from pg_roles where rolname = '" + name + "'")) {
            execute(superuser, "create role " + name + " nologin");
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private static Connection connect(PostgresServer starting, String user, String password, String database)
            throws SQLException {
        return DriverManager.getConnection(url(starting.port(), database), user, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?logServerErrorDetail=false";
    }
}

package org.minyi.start;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The database of the embedded default. The server starts beside the Spring context; the first bean that wants a
 * connection waits for it here. Closed after the last connection, because every DataSource depends on it.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "minyi";
    private static final String UNKNOWN_DATABASE = "3D000";
    private static final String WRONG_PASSWORD = "28P01";

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
        return data.password();
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

    /** Makes up for a first start that was killed before it had made the user and its database. */
    private void open(PostgresServer starting) throws SQLException {
        try (var ready = connect(starting, NAME, NAME)) {
            ready.isValid(1);
        } catch (SQLException notYet) {
            if (!UNKNOWN_DATABASE.equals(notYet.getSQLState()) && !WRONG_PASSWORD.equals(notYet.getSQLState())) {
                throw notYet;
            }
            make(starting);
        }
    }

    private void make(PostgresServer starting) throws SQLException {
        try (var superuser = connect(starting, PostgresServer.SUPERUSER, PostgresServer.SUPERUSER);
                var statement = superuser.createStatement()) {
            if (!exists(superuser, "select from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + data.password() + "'");
            }
            if (!exists(superuser, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
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
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next();
        }
    }

    private Connection connect(PostgresServer starting, String user, String database) throws SQLException {
        return DriverManager.getConnection(url(starting.port(), database), user, data.password());
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}

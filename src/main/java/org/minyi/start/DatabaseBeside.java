package org.minyi.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The embedded database of a Minyi that runs in a process of its own, for a command that only reads. */
final class DatabaseBeside implements JdbcConnectionDetails {

    private static final int PORT_LINE = 3;

    private final String url;
    private final String password;

    private DatabaseBeside(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** Empty when none runs there. */
    static Optional<DatabaseBeside> at(Path directory) {
        var cluster = directory.resolve(DataDirectory.CLUSTER);
        if (!Files.exists(cluster)) {
            throw new StartRefused(directory.toAbsolutePath().normalize()
                    + " holds no data of Minyi; name the right place with --minyi.data=/some/directory.");
        }
        try {
            var port = Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .get(PORT_LINE)
                    .strip();
            var generated =
                    Files.readString(directory.resolve("postgres.password")).strip();
            var beside = new DatabaseBeside(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.NAME,
                    DataDirectory.password(generated, EmbeddedDatabase.NAME));
            return beside.answers() ? Optional.of(beside) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException notRunning) {
            return Optional.empty();
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url, getUsername(), password)) {
            return connection.isValid(1);
        } catch (SQLException no) {
            return false;
        }
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return EmbeddedDatabase.NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }
}

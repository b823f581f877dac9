package org.minyi.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.context.ConfigurableWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Stands at the door before anything is made: refuses what must not start, and in the embedded default sets
 * PostgreSQL going while Spring is still reading classes.
 */
final class StartGuard implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.getProperty("minyi.beside", Boolean.class, false)) {
            embeddedDirectory(environment).ifPresent(directory -> joinOrStart(context, directory));
            return;
        }
        new ProductionRules(environment).check();
        if (context instanceof ConfigurableWebServerApplicationContext) {
            checkPort(environment);
        }
        embeddedDirectory(environment).ifPresent(directory -> start(context, directory));
    }

    /** A command that only reads joins whoever runs on the directory. */
    private static void joinOrStart(ConfigurableApplicationContext context, Path directory) {
        DatabaseBeside.at(directory)
                .ifPresentOrElse(
                        beside ->
                                ((GenericApplicationContext) context).registerBean(DatabaseBeside.class, () -> beside),
                        () -> start(context, directory));
    }

    private static void start(ConfigurableApplicationContext context, Path directory) {
        var database = EmbeddedDatabase.in(directory);
        // For a start that fails before the context owns the database.
        SpringApplication.getShutdownHandlers().add(database::close);
        var beans = (GenericApplicationContext) context;
        beans.registerBean(EmbeddedDatabase.class, () -> database);
        beans.registerBean(FlywayConnectionDetails.class, database::owner);
        context.getEnvironment().getPropertySources().addLast(new MasterKeyOf(database));
    }

    /** Where the embedded PostgreSQL keeps its data; empty when the database is somebody else's. */
    static Optional<Path> embeddedDirectory(Environment environment) {
        return environment.getProperty("minyi.embedded-postgres", Boolean.class, false)
                ? Optional.of(Path.of(environment.getProperty("minyi.data", "./data")))
                : Optional.empty();
    }

    private static void checkPort(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        var address = Binder.get(environment)
                .bind("server.address", InetAddress.class)
                .orElse(null);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw portTaken(port);
        }
    }

    static StartRefused portTaken(int port) {
        return new StartRefused("The port " + port
                + " is taken by another program; stop that, or start Minyi elsewhere with --server.port=" + (port + 1)
                + ".");
    }

    /** The embedded database's own master key, unless somebody names another. */
    private static final class MasterKeyOf extends PropertySource<EmbeddedDatabase> {

        private static final String KEY = "minyi.master-key";

        MasterKeyOf(EmbeddedDatabase database) {
            super("master key", database);
        }

        /** Waits for the database, but nobody asks before there is something to seal. */
        @Override
        public Object getProperty(String name) {
            return name.equals(KEY) ? getSource().masterKey() : null;
        }
    }
}

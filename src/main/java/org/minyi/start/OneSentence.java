package org.minyi.start;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the person at the terminal in one sentence why Minyi did not start, where a sentence is enough. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneSentence implements SpringBootExceptionReporter {

    private static final String DISK_FULL = "53100";
    private static final String CANNOT_CONNECT = "08";
    private static final String CANNOT_LOG_IN = "28";

    private final ConfigurableApplicationContext context;

    OneSentence(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = first(failure, OneSentence::aboutTheMachine).or(() -> first(failure, this::aboutTheDatabase));
        sentence.ifPresent(words -> {
            System.out.flush();
            System.err.println("\nMinyi did not start. " + words + "\n");
            System.err.flush();
        });
        return sentence.isPresent();
    }

    private static Optional<String> first(Throwable failure, Function<Throwable, Optional<String>> sentence) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .map(sentence)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> aboutTheMachine(Throwable cause) {
        if (cause instanceof StartRefused refused) {
            return Optional.of(refused.getMessage());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of(StartGuard.portTaken(taken.getPort()).getMessage());
        }
        if (cause instanceof IOException && Disk.saysFull(cause.getMessage())) {
            return Optional.of("The disk is full; free some space and start again.");
        }
        return Optional.empty();
    }

    private Optional<String> aboutTheDatabase(Throwable cause) {
        if (context != null && cause instanceof FlywayValidateException) {
            return Optional.of(aboutTheTables());
        }
        if (context == null || !(cause instanceof SQLException failed) || failed.getSQLState() == null) {
            return Optional.empty();
        }
        var embedded = StartGuard.embeddedDirectory(context.getEnvironment());
        return embedded.isPresent()
                ? embedded.filter(data -> failed.getSQLState().equals(DISK_FULL) || Disk.isFull(data))
                        .map(data -> Disk.full(data).getMessage())
                : aboutTheDatabaseOfOthers(failed.getSQLState());
    }

    private String aboutTheTables() {
        return StartGuard.embeddedDirectory(context.getEnvironment())
                .map(data -> "The database in " + data.toAbsolutePath().normalize() + " was made by another build of"
                        + " Minyi, this one cannot go on with it; start it with that build, or name another place with"
                        + " --minyi.data=/some/directory.")
                .orElse(
                        "The database was made by another build of Minyi, this one cannot go on with it; start the build"
                                + " that made it, or a later one.");
    }

    private Optional<String> aboutTheDatabaseOfOthers(String state) {
        var address = context.getEnvironment().getProperty("spring.datasource.url");
        if (state.equals(DISK_FULL)) {
            return Optional.of("The disk of the database at " + address + " is full; free some space there.");
        }
        if (state.startsWith(CANNOT_LOG_IN)) {
            return Optional.of("The database at " + address
                    + " refuses the user or the password; check MINYI_DB_USER and MINYI_DB_PASSWORD, MINYI_DB_OWNER and"
                    + " MINYI_DB_OWNER_PASSWORD.");
        }
        if (state.startsWith(CANNOT_CONNECT)) {
            return Optional.of("The database at " + address + " does not answer; check MINYI_DB_URL and that it runs.");
        }
        return Optional.empty();
    }
}

package org.minyi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The PostgreSQL server of one data directory: made once, started, stopped, and put in order again after a kill.
 * PostgreSQL refuses to run as root, so for root each program runs in a user namespace of its own.
 */
final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final String START_SECONDS = "120";
    private static final String STOP_SECONDS = "30";

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final int port;

    PostgresServer(DataDirectory data, PostgresBinaries binaries) {
        this.data = data;
        this.binaries = binaries;
        this.port = freePort();
    }

    int port() {
        return port;
    }

    void start() {
        new Leftovers(data.root()).clear(this::stop);
        if (data.isFresh()) {
            make();
        }
        var started = run(
                "pg_ctl",
                "-D",
                data.cluster().toString(),
                "-l",
                newLog().toString(),
                "-w",
                "-t",
                START_SECONDS,
                "-o",
                settings(),
                "start");
        if (!started.succeeded()) {
            throw refused("did not start", complaint(log() + started.output()));
        }
    }

    void stop() {
        run("pg_ctl", "-D", data.cluster().toString(), "-m", "fast", "-w", "-t", STOP_SECONDS, "stop");
    }

    private void make() {
        try {
            PostgresBinaries.remove(data.unfinishedCluster());
            data.password();
            var made = run(
                    "initdb",
                    "-D",
                    data.unfinishedCluster().toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile",
                    data.passwordFile().toString(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (!made.succeeded()) {
                throw refused("could not make its files", complaint(made.output()));
            }
            Files.move(data.unfinishedCluster(), data.cluster());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Durable, on the loopback only, and planned as ENGINE section 5 asks for. */
    private String settings() {
        var settings = List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=''",
                "fsync=on",
                "synchronous_commit=on",
                "max_connections=60",
                "shared_buffers=128MB",
                "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai",
                "jit=off",
                "plan_cache_mode=force_custom_plan");
        return "-c " + String.join(" -c ", settings);
    }

    private StartRefused refused(String what, String complaint) {
        if (Disk.isFull(data.root()) || Disk.saysFull(complaint)) {
            return Disk.full(data.root());
        }
        if (complaint.contains("unshare")) {
            return new StartRefused("PostgreSQL does not run as root, and root may not step aside on this machine ("
                    + complaint + "); start Minyi as an ordinary user.");
        }
        return new StartRefused("The embedded PostgreSQL in " + data.cluster() + " " + what + ": " + complaint);
    }

    /** The line in which PostgreSQL says what is wrong; the last one if none says so. */
    private static String complaint(String output) {
        var lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it gave no reason" : lines.get(lines.size() - 1))
                .replaceFirst("^.*?(FATAL|PANIC|error):\\s*", "");
    }

    private Path newLog() {
        try {
            Files.deleteIfExists(data.log());
            return data.log();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String log() {
        try {
            return Files.exists(data.log()) ? Files.readString(data.log(), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Run(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Run run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException failed) {
            return new Run(-1, String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Run(-1, "it was interrupted");
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

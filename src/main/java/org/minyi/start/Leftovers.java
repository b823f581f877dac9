package org.minyi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed Minyi leaves behind: a server that lives on, its children, its pid file. Called while we hold the data
 * directory's lock, so whoever serves this cluster is an orphan. A process is touched only when it is proven to be
 * PostgreSQL on this very cluster; a pid alone proves nothing, it may have been given away again.
 */
final class Leftovers {

    private static final int SECONDS_TO_LEAVE = 10;

    private final Path cluster;
    private final Path pidFile;

    Leftovers(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    void clear(Runnable stopServer) {
        if (!Files.exists(pidFile)) {
            return;
        }
        if (server().isPresent()) {
            stopServer.run();
        }
        awaitEnd(processes());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<ProcessHandle> server() {
        try (var lines = Files.lines(pidFile, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst()
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(this::servesUs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::servesUs).toList();
    }

    /** PostgreSQL's processes all work in their data directory; a zombie has none and does not count. */
    private boolean servesUs(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.readString(proc.resolve("comm")).strip().equals("postgres")
                    && Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster.toRealPath());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_TO_LEAVE, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.minyi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a killed Minyi leaves behind: a server that lives on, its children, a half-done initdb, a pid file. Called while
 * we hold the data directory's lock, so whoever still runs the programs unpacked there is an orphan. Only that proves
 * a process to be ours: a pid in a file may have been given away again.
 */
final class Leftovers {

    private static final int PATIENCE_IN_MILLIS = 15_000;
    private static final Set<String> SHORT_LIVED = Set.of("initdb", "pg_ctl");

    private final Path pidFile;
    private final String programs;

    Leftovers(Path root) {
        this.pidFile = root.resolve(DataDirectory.CLUSTER).resolve("postmaster.pid");
        this.programs = root.resolve(PostgresBinaries.PREFIX).toString();
    }

    /**
     * Ends them, the server in good order; after that the pid file is nobody's. A container without an init keeps the
     * dead as zombies for which no exit is reported, so we look again and again.
     */
    void clear(Runnable stopServer) {
        try {
            running().stream().filter(Leftovers::isShortLived).forEach(ProcessHandle::destroyForcibly);
            for (int waited = 0; waited < PATIENCE_IN_MILLIS && !running().isEmpty(); waited += 50) {
                if (serverRuns()) {
                    stopServer.run();
                }
                Thread.sleep(50);
            }
            running().forEach(ProcessHandle::destroyForcibly);
            Files.deleteIfExists(pidFile);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean serverRuns() throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        var content = Files.readString(pidFile, StandardCharsets.ISO_8859_1);
        return running().stream().anyMatch(process -> content.startsWith(process.pid() + "\n"));
    }

    List<ProcessHandle> running() {
        return ProcessHandle.allProcesses()
                .filter(process -> program(process).startsWith(programs))
                .toList();
    }

    private static boolean isShortLived(ProcessHandle process) {
        return SHORT_LIVED.contains(Path.of(program(process)).getFileName().toString());
    }

    /** The file a process runs; nothing for a zombie and for what other users run. */
    private static String program(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "exe"))
                    .toString();
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }
}

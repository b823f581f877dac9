package org.minyi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The directory in which Minyi keeps everything on one machine. Claimed by one process at a time: the operating system
 * drops the lock with the process, so nothing stale is left by a kill.
 */
final class DataDirectory implements AutoCloseable {

    static final String CLUSTER = "postgres";

    /** May be there before us: the top of a disk, and the folder for contacts that somebody filled early. */
    private static final Set<String> HARMLESS = Set.of("lost+found", "incoming");

    private static final String LOCK = "minyi.lock";
    /** In megabytes: the programs, an empty cluster and its write-ahead log take 190. */
    private static final long ROOM_TO_BEGIN = 300;

    private static final long ROOM_TO_GO_ON = 64;

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the directory for this process, or says in one sentence why it cannot be had. */
    static DataDirectory claim(Path wanted) {
        var root = real(ours(wanted.toAbsolutePath().normalize()));
        var directory = new DataDirectory(root, locked(root));
        try {
            directory.checkCluster();
            directory.checkRoom();
            return directory;
        } catch (RuntimeException refused) {
            directory.close();
            throw refused;
        }
    }

    /** PostgreSQL's own data directory. */
    Path cluster() {
        return root.resolve(CLUSTER);
    }

    /** A cluster in the making: it becomes {@link #cluster()} by one rename, so a kill never leaves half of one. */
    Path unfinishedCluster() {
        return root.resolve("postgres.unfinished");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    boolean isFresh() {
        return !Files.exists(cluster());
    }

    /** Generated once, readable by the owner only. */
    String password() {
        return secret(passwordFile(), () -> HexFormat.of().formatHex(random(24)));
    }

    /** The key over the keys of the identities, generated once. Never in the database: who has only that reads nobody. */
    String masterKey() {
        return secret(masterKeyFile(), () -> Base64.getEncoder().encodeToString(random(32)));
    }

    Path masterKeyFile() {
        return root.resolve("master.key");
    }

    private String secret(Path file, Supplier<String> made) {
        try {
            if (!Files.exists(file)) {
                writePrivately(file, made.get());
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
    }

    /** A role's own, made of the generated one: not a file for each, and none opens what another may. */
    String password(String role) {
        return password(password(), role);
    }

    static String password(String generated, String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(generated.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    Path root() {
        return root;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void writePrivately(Path file, String secret) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret + "\n");
        Files.move(draft, file);
    }

    private static Path ours(Path root) {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new StartRefused(root + " is not a directory; move it away, or name another place with"
                    + " --minyi.data=/some/directory.");
        }
        try {
            Files.createDirectories(root);
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
        if (!Files.isWritable(root) || !Files.isReadable(root) || !Files.isExecutable(root)) {
            throw new StartRefused(root + " cannot be written by the user " + System.getProperty("user.name")
                    + "; change its owner, or name another place with --minyi.data=/some/directory.");
        }
        if (!Files.exists(root.resolve(LOCK))) {
            stranger(root).ifPresent(name -> {
                throw new StartRefused(root + " was not made by Minyi (it holds " + name
                        + "); move it away, or name another place with --minyi.data=/some/directory.");
            });
        }
        return root;
    }

    /** Without symbolic links: this is how the system names the programs that run there. */
    private static Path real(Path root) {
        try {
            return root.toRealPath();
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
    }

    private static Optional<Path> stranger(Path root) {
        try (var entries = Files.list(root)) {
            return entries.map(Path::getFileName)
                    .filter(name -> !HARMLESS.contains(name.toString()))
                    .sorted()
                    .findFirst();
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
    }

    private static FileChannel locked(Path root) {
        try {
            var file = root.resolve(LOCK);
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                var holder = Files.readString(file).strip();
                channel.close();
                throw new StartRefused("Another Minyi (process " + holder + ") is running on " + root
                        + "; stop it, or give this one its own place with --minyi.data=/some/directory.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    private void checkCluster() {
        if (isFresh()) {
            return;
        }
        try {
            var version = cluster().resolve("PG_VERSION");
            if (!Files.exists(version)) {
                throw new StartRefused(cluster() + " is not a PostgreSQL database; move " + root
                        + " away, or name another place with --minyi.data=/some/directory.");
            }
            var made = Files.readString(version).strip();
            if (!made.equals(PostgresBinaries.MAJOR_VERSION)) {
                throw new StartRefused(cluster() + " was made by PostgreSQL " + made + ", this Minyi brings PostgreSQL "
                        + PostgresBinaries.MAJOR_VERSION
                        + "; start it with the Minyi that made it, or name another place with"
                        + " --minyi.data=/some/directory.");
            }
            if (!Files.exists(passwordFile())) {
                throw new StartRefused(passwordFile() + " is missing, without it the database beside it stays shut;"
                        + " put it back, or name another place with --minyi.data=/some/directory.");
            }
            if (!Files.getOwner(cluster()).equals(Files.getOwner(Path.of("/proc/self")))) {
                throw new StartRefused(cluster() + " belongs to the user " + Files.getOwner(cluster())
                        + "; start Minyi as that user, or name another place with --minyi.data=/some/directory.");
            }
        } catch (IOException failed) {
            throw unusable(root, failed);
        }
    }

    private void checkRoom() {
        var needed = isFresh() ? ROOM_TO_BEGIN : ROOM_TO_GO_ON;
        var free = Disk.freeMegabytes(root);
        if (free < needed) {
            throw new StartRefused("The disk of " + root + " is full: " + free + " MB are free, at least " + needed
                    + " MB are needed.");
        }
    }

    private static StartRefused unusable(Path root, IOException cause) {
        if (Disk.saysFull(cause.getMessage())) {
            return Disk.full(root);
        }
        return new StartRefused(
                root + " cannot be used by the user " + System.getProperty("user.name") + " (" + cause
                        + "); name another place with --minyi.data=/some/directory.",
                cause);
    }
}

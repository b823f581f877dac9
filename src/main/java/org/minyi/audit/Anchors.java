package org.minyi.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minyi.audit.Verification.Findings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

/**
 * Writes down outside the database how the chain ends: a file a day, a line a minute while it grows. Whoever owns the
 * database can rewrite the whole chain so that it fits; it no longer fits these lines. A line is
 * {@code instant position hash before signature}: {@code before} is the signature of the line before, so that a line
 * taken out shows as well.
 */
@Service
public class Anchors {

    private static final String ENDING = ".anchors";
    private static final String NOTHING_BEFORE = "0".repeat(64);
    private static final Pattern LINE =
            Pattern.compile("(\\S+ [1-9]\\d{0,17} [0-9a-f]{64} ([0-9a-f]{64})) ([0-9a-f]{64})");
    /** More than a line is long. */
    private static final int TAIL = 400;

    private final AuditSettings settings;
    private final ChainTables tables;
    private final Clock clock;
    private final Signature signature;

    Anchors(AuditSettings settings, ChainTables tables, Clock clock) {
        this.settings = settings;
        this.tables = tables;
        this.clock = clock;
        this.signature = settings.anchors() == null ? null : Signature.of(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuditSettings.class)
    static class Settings {}

    /** Where the files are; empty when nothing is anchored. */
    public Optional<Path> directory() {
        return Optional.ofNullable(settings.anchors());
    }

    /** The newest line. */
    public Optional<Anchor> last() {
        return directory().flatMap(this::lastLine).flatMap(Anchors::read);
    }

    /** Writes a line if the chain grew since the last one. On the disk when this returns. */
    synchronized void anchor() {
        if (settings.anchors() == null) {
            return;
        }
        var end = tables.last();
        if (end.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(settings.anchors());
            append(end.get());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lock makes nodes that share the directory take turns. */
    private void append(Link end) throws IOException {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var today = LocalDate.ofInstant(now, clock.getZone());
        try (var gate = FileChannel.open(
                        settings.anchors().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = gate.lock();
                var file = FileChannel.open(
                        settings.anchors().resolve(today + ENDING),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND)) {
            var before = lastLine(settings.anchors());
            if (before.flatMap(Anchors::read)
                            .filter(line -> line.position() >= end.position())
                            .isEmpty()
                    && turn.isValid()) {
                var said = "%s %d %s %s"
                        .formatted(
                                now,
                                end.position(),
                                end.hash(),
                                before.map(Anchors::signatureOf).orElse(NOTHING_BEFORE));
                file.write(ByteBuffer.wrap(
                        (said + " " + signature.over(said) + "\n").getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            }
        }
    }

    /** All lines, oldest first; what is wrong with them is told. */
    List<Anchor> lines(Findings findings) {
        var lines = new ArrayList<Anchor>();
        if (settings.anchors() == null || !Files.isDirectory(settings.anchors())) {
            return lines;
        }
        String before = null;
        for (var file : files(settings.anchors())) {
            var number = 0;
            for (var line : read(file)) {
                number++;
                var parts = LINE.matcher(line);
                if (!parts.matches()
                        || !signature.over(parts.group(1)).equals(parts.group(3))
                        || (before != null && !before.equals(parts.group(2)))) {
                    findings.add(Fault.ANCHOR_CHANGED, 0, file.getFileName() + " line " + number);
                }
                before = parts.matches() ? parts.group(3) : null;
                read(line).ifPresent(lines::add);
            }
        }
        lines.sort(Comparator.comparingLong(Anchor::position));
        return lines;
    }

    private static Optional<Anchor> read(String line) {
        if (!LINE.matcher(line).matches()) {
            return Optional.empty();
        }
        var words = line.split(" ", -1);
        return Optional.of(new Anchor(Instant.parse(words[0]), Long.parseLong(words[1]), words[2]));
    }

    private static String signatureOf(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    /** Of the newest file that has any. */
    private Optional<String> lastLine(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        var files = files(directory);
        for (var at = files.size() - 1; at >= 0; at--) {
            var lines = tail(files.get(at)).lines().toList();
            if (!lines.isEmpty()) {
                return Optional.of(lines.get(lines.size() - 1));
            }
        }
        return Optional.empty();
    }

    private static String tail(Path file) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - TAIL));
            var tail = new byte[(int) (bytes.length() - bytes.getFilePointer())];
            bytes.readFully(tail);
            return new String(tail, StandardCharsets.US_ASCII);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> files(Path directory) {
        try (var found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

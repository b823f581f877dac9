package org.minyi.contact;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over the files somebody puts into a folder: once a file has stopped growing it is imported and moved to
 * {@code done/} or {@code refused/}, its answer beside it as {@code NAME.answer.json}. A node that dies meanwhile leaves
 * the file where it was, and since repeats change nothing the next look takes it again.
 */
@Component
@EnableConfigurationProperties(ContactSettings.class)
class WatchedFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final Path folder;
    private final ContactIntake intake;
    private final ContactTables tables;
    private final ObjectMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private Map<Path, Seen> seen = Map.of();

    WatchedFolder(
            ContactSettings settings,
            ContactIntake intake,
            ContactTables tables,
            ObjectMapper json,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.folder = settings.folder();
        this.intake = intake;
        this.tables = tables;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** What a file looked like; unchanged at the next look it is complete. */
    private record Seen(long size, FileTime changed) {}

    boolean isSet() {
        return folder != null;
    }

    /** Takes over every file that has not changed since the last look. One that fails does not hold up the others. */
    void look() {
        var now = files();
        var complete = now.keySet().stream()
                .filter(file -> now.get(file).equals(seen.get(file)))
                .sorted()
                .toList();
        seen = now;
        RuntimeException failure = null;
        for (var file : complete) {
            try {
                transaction.executeWithoutResult(status -> takeUnlessHeld(file));
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Map<Path, Seen> files() {
        try {
            Files.createDirectories(folder);
            var found = new HashMap<Path, Seen>();
            try (var entries = Files.newDirectoryStream(folder, WatchedFolder::isDelivery)) {
                for (var file : entries) {
                    found.put(file, new Seen(Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException("the contacts folder " + folder + " cannot be read", failed);
        }
    }

    private static boolean isDelivery(Path file) {
        var name = name(file);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && Format.ofFile(name).isPresent();
    }

    /** Every node looks; the one that holds the file's lock takes it, and the others find it gone. */
    private void takeUnlessHeld(Path file) {
        if (tables.holdFile(name(file)) && Files.exists(file)) {
            try {
                take(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "the file " + name(file) + " in the contacts folder cannot be taken", failed);
            }
        }
    }

    private void take(Path file) throws IOException {
        var format = Format.ofFile(name(file)).orElseThrow();
        try (var delivery = Delivery.of(file, format)) {
            var answer = intake.take(delivery);
            file(file, "done", answer);
        } catch (RefusedDelivery refused) {
            file(file, "refused", ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage()));
        }
    }

    /** Answer first, then the file: whoever sees the file there finds its answer too. */
    private void file(Path file, String where, Object answer) throws IOException {
        var shelf = Files.createDirectories(folder.resolve(where));
        var name = name(file);
        if (Files.exists(shelf.resolve(name))) {
            int dot = name.lastIndexOf('.');
            name = name.substring(0, dot) + "-" + LocalDateTime.now(clock).format(STAMP) + name.substring(dot);
        }
        var written = Files.createTempFile(shelf, ".answer", ".part");
        json.writerWithDefaultPrettyPrinter().writeValue(written.toFile(), answer);
        Files.move(written, shelf.resolve(name + ".answer.json"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(file, shelf.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}

package org.minyi.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves what a search finds. No file leaves before it is evidence that it did. */
@Service
public class Exports {

    /** More than anybody reads; whoever needs more asks for a shorter time. */
    public static final int MOST = 100_000;

    private static final int AT_ONCE = 1_000;
    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "process",
            "version",
            "unit",
            "started",
            "ended",
            "hours",
            "outcome",
            "state",
            "instance");

    private final SearchReader reader;
    private final Finder finder;
    private final Readings readings;
    private final Clock clock;

    Exports(SearchReader reader, Finder finder, Readings readings, Clock clock) {
        this.reader = reader;
        this.finder = finder;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Writes a file of its own, which whoever asked for it sends and deletes.
     *
     * @return where it is; it is kept only if the transaction is
     */
    @Transactional
    public Path save(String viewer, Asked asked, Format format, Locale language) {
        Path file = null;
        try {
            file = Files.createTempFile("minyi-history-", "." + format.ending());
            var rows = 0;
            var search = reader.read(asked);
            try (var sheet = format.sheet(file, heads(language))) {
                if (search.isPresent()) {
                    rows = write(finder.pages(viewer, search.get()), sheet);
                }
            }
            if (search.isPresent()) {
                readings.exported(viewer, search.get(), format, rows);
            }
            return file;
        } catch (IOException full) {
            delete(file);
            throw new UncheckedIOException(full);
        } catch (RuntimeException failed) {
            delete(file);
            throw failed;
        }
    }

    private int write(Finder.Pages pages, Sheet sheet) throws IOException {
        var rows = 0;
        Place after = null;
        do {
            var page = pages.from(after, Math.min(AT_ONCE, MOST - rows));
            for (var row : page.instances()) {
                sheet.add(cells(row));
            }
            rows += page.instances().size();
            after = page.next() == null ? null : Place.of(page.next()).orElseThrow();
        } while (after != null && rows < MOST);
        return rows;
    }

    private List<String> cells(Row row) {
        return Arrays.asList(
                row.number(),
                row.title(),
                row.name(),
                row.version() == null ? null : row.version().toString(),
                row.unit(),
                time(row.startedAt()),
                time(row.endedAt()),
                row.seconds() == null ? null : String.format(Locale.ROOT, "%.1f", row.seconds() / 3600.0),
                row.outcome(),
                row.state(),
                row.id());
    }

    private String time(Instant at) {
        return at == null
                ? null
                : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(at.atZone(clock.getZone()));
    }

    private static List<String> heads(Locale language) {
        var words = ResourceBundle.getBundle(
                "messages/history",
                language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return COLUMNS.stream()
                .map(column -> words.getString("export." + column))
                .toList();
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}

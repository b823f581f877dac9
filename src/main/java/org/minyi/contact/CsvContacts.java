package org.minyi.contact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Contacts as a table with a header, its columns in any order. */
final class CsvContacts implements ContactReader {

    /** No honest field is longer: beyond it a quotation mark was left open. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final Reader text;
    private final boolean lastLineFinished;
    private final List<String> unknownColumns = new ArrayList<>();
    private Column[] columns;
    private long line;

    CsvContacts(Reader text, boolean lastLineFinished) {
        this.text = text;
        this.lastLineFinished = lastLineFinished;
    }

    @Override
    public List<String> unknownColumns() {
        return unknownColumns;
    }

    @Override
    public void each(Consumer<RawContact> receiver) throws IOException {
        var records = records();
        try {
            if (!records.hasNext()) {
                throw RefusedDelivery.unreadable(
                        "The file is empty; a header with %s is expected.".formatted(expected()));
            }
            var header = records.next();
            line = header.getStartingLineNumber();
            readHeader(header);
            while (records.hasNext()) {
                var record = records.next();
                line = record.getStartingLineNumber();
                hand(record, records.hasNext(), receiver);
            }
        } catch (CsvParseException open) {
            throw unclosed(open);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    /** Letters after a closing quotation mark are a bad field at most; without the old option they would end the file. */
    @SuppressWarnings("removal")
    private Iterator<CsvRecord> records() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text)
                .iterator();
    }

    private void readHeader(CsvRecord header) {
        columns = new Column[header.getFieldCount()];
        var missing = EnumSet.allOf(Column.class);
        for (int at = 0; at < columns.length; at++) {
            var label = header.getField(at);
            var column = Column.called(label).orElse(null);
            if (column != null && !missing.remove(column)) {
                throw RefusedDelivery.unreadable("The column %s stands twice in the header.".formatted(column.label()));
            }
            if (column == null && !label.isBlank()) {
                unknownColumns.add(ContactCheck.shortened(label.strip()));
            }
            columns[at] = column;
        }
        missing.removeIf(column -> !column.required());
        if (!missing.isEmpty()) {
            throw RefusedDelivery.unreadable("The header lacks %s; expected are %s."
                    .formatted(missing.stream().map(Column::label).collect(Collectors.joining(", ")), expected()));
        }
    }

    private void hand(CsvRecord record, boolean more, Consumer<RawContact> receiver) {
        int fields = record.getFieldCount();
        boolean unfinished = !more && !lastLineFinished;
        if (fields < columns.length && unfinished) {
            throw RefusedDelivery.unreadable(
                    "The file breaks off in line %d, after %d of %d fields; nothing was taken over."
                            .formatted(line, fields, columns.length));
        }
        var raw = new RawContact(line);
        if (unfinished) {
            raw.unfinished();
        }
        for (int at = 0; at < Math.min(fields, columns.length); at++) {
            if (columns[at] != null) {
                raw.put(columns[at], record.getField(at));
            }
        }
        // Spreadsheets end with rows of bare commas: no contact was meant.
        if (raw.isEmpty()) {
            return;
        }
        if (fields != columns.length) {
            raw.fault("record", fields + " fields", columns.length + " fields, as in the header");
        }
        receiver.accept(raw);
    }

    private RefusedDelivery unclosed(CsvParseException cause) {
        // The next record is the one that could not be read; the library's own words may repeat the file's content.
        var refused = RefusedDelivery.unreadable(
                "A quotation mark opened after line %d is never closed: the file seems cut off; nothing was taken over."
                        .formatted(line));
        refused.addSuppressed(new IllegalStateException(cause.getClass().getSimpleName()));
        return refused;
    }

    private static String expected() {
        return Arrays.stream(Column.values())
                .filter(Column::required)
                .map(Column::label)
                .collect(Collectors.joining(","));
    }
}

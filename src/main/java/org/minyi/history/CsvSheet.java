package org.minyi.history;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values, with the mark by which spreadsheets know UTF-8. CSV has no types: what a spreadsheet would
 * take for a formula gets an apostrophe before it. Full-width signs count too, for some turn them into plain ones.
 */
final class CsvSheet implements Sheet {

    private static final Pattern FORMULA =
            Pattern.compile("(?s)^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+\\-@＝＋－＠﹢﹣﹦﹫−]).*");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CsvWriter csv;

    CsvSheet(Path file, List<String> heads) throws IOException {
        var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().build(writer);
        csv.writeRecord(heads);
    }

    @Override
    public void add(List<String> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::asText).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    static String asText(String cell) {
        return cell == null ? "" : FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}

package org.minyi.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook of one sheet. Every cell is typed as text, so nothing in it is ever a formula. */
final class ExcelSheet implements Sheet {

    private static final int AT_ONCE = 1_000;
    /** What a cell can hold. */
    private static final int LONGEST = 32_767;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    ExcelSheet(Path file, List<String> heads) throws IOException {
        book = new Workbook(Files.newOutputStream(file), "Minyi", null);
        sheet = book.newWorksheet("History");
        sheet.freezePane(0, 1);
        add(heads);
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
    }

    @Override
    public void add(List<String> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell != null) {
                sheet.value(row, column, cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell);
            }
        }
        row++;
        if (row % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
        book.close();
    }
}

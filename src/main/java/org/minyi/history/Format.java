package org.minyi.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** As what a search is saved. */
public enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Sheet sheet(Path file, List<String> heads) throws IOException {
            return new ExcelSheet(file, heads);
        }
    },
    CSV("text/csv; charset=utf-8") {
        @Override
        Sheet sheet(Path file, List<String> heads) throws IOException {
            return new CsvSheet(file, heads);
        }
    };

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract Sheet sheet(Path file, List<String> heads) throws IOException;

    public String mediaType() {
        return mediaType;
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}

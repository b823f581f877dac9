package org.minyi.history.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.minyi.history.Asked;
import org.minyi.history.Exports;
import org.minyi.history.Format;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** A search as a file. */
@RestController
class ExportController {

    private final Exports exports;
    private final Readers readers;

    ExportController(Exports exports, Readers readers) {
        this.exports = exports;
        this.readers = readers;
    }

    @GetMapping("/history/api/instances.xlsx")
    void xlsx(@ModelAttribute Asked asked, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws IOException {
        send(Format.XLSX, asked, request, response, language);
    }

    @GetMapping("/history/api/instances.csv")
    void csv(@ModelAttribute Asked asked, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws IOException {
        send(Format.CSV, asked, request, response, language);
    }

    private void send(
            Format format, Asked asked, HttpServletRequest request, HttpServletResponse response, Locale language)
            throws IOException {
        var file = exports.save(readers.of(request), asked, format, language);
        try {
            response.setContentType(format.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("history." + format.ending())
                            .build()
                            .toString());
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }
}

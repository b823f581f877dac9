package org.minyi.notice.paper;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** Makes a filled page a PDF. A page holds its own words and the typeface: nothing is fetched, whatever stands in it. */
final class Press {

    private static final String PRODUCER = "Minyi";
    private static final FSStreamFactory NOTHING = uri -> new Empty();

    private final Typeface typeface;

    Press(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Nothing where it takes more than one page. */
    Optional<byte[]> onePage(Document page) {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .withW3cDocument(page, null)
                    .usePDDocument(document)
                    .withProducer(PRODUCER)
                    .useUriResolver((base, uri) -> null)
                    .useHttpStreamImplementation(NOTHING)
                    .useProtocolsStreamImplementation(NOTHING, "file", "jar", "ftp")
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .toStream(pdf);
            typeface.offer(builder, document);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.layout();
                if (renderer.getRootBox().getLayer().getPages().size() > 1) {
                    return Optional.empty();
                }
                renderer.createPDF();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Optional.of(pdf.toByteArray());
    }

    private static final class Empty implements FSStream {

        @Override
        public InputStream getStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public Reader getReader() {
            return Reader.nullReader();
        }
    }
}

package org.minyi.notice.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two cuts of the one typeface, read once and kept: reading takes longer than a page. Not for two threads at once, for
 * the parts of a font are read when they are needed.
 */
final class Typeface {

    static final String FAMILY = "Noto Serif SC";
    static final String BOLD_FAMILY = "Noto Serif SC Bold";

    /** What stands for a character that the font has not: in Chinese print the sign for a missing letter. */
    static final String MISSING = "〓";

    private static final int NORMAL = 400;

    private final TrueTypeFont regular = read("NotoSerifSC-Regular.ttf");
    private final TrueTypeFont bold = read("NotoSerifSC-Bold.ttf");
    private final CmapLookup known;

    /** Nothing is looked for among the machine's own fonts: they differ, and searching them takes seconds. */
    Typeface() {
        FontMappers.set(new OwnFontAlone(regular));
        try {
            known = regular.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A font belongs to one document; what is in it is read already. The bold one has the common characters alone. */
    void offer(PdfRendererBuilder builder, PDDocument document) throws IOException {
        builder.useFont(new PDFontSupplier(font(document, regular)), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(font(document, bold)), BOLD_FAMILY, NORMAL, FontStyle.NORMAL, true);
    }

    /** Whether there is a drawing of this character. */
    boolean has(int character) {
        return known.getGlyphId(character) != 0;
    }

    private static PDType0Font font(PDDocument document, TrueTypeFont read) throws IOException {
        return PDType0Font.load(document, read, true);
    }

    private static TrueTypeFont read(String file) {
        try (var stream = Typeface.class.getResourceAsStream("/notices/" + file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package org.minyi.desk.door;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** A text as a square that a telephone reads (ISO/IEC 18004), drawn in the page itself: no address ever carries it. */
final class QrCode {

    private QrCode() {}

    /** The square as SVG without words, one unit a module, with its quiet border. */
    static String svg(String text) {
        try {
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            return "<svg viewBox=\"0 0 %1$d %1$d\" aria-hidden=\"true\"><rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/>"
                            .formatted(modules.getWidth())
                    + "<path shape-rendering=\"crispEdges\" d=\"" + dark(modules) + "\"/></svg>";
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no square takes a text of " + text.length() + " characters", tooLong);
        }
    }

    private static String dark(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return path.toString();
    }
}

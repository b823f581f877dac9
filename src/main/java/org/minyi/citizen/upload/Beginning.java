package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import org.minyi.citizen.FileKind;

/** What a file is, by its first bytes. */
final class Beginning {

    private static final int LOOKED_AT = 1024;
    private static final Set<String> HEIF = Set.of("heic", "heix", "heif", "hevc", "mif1", "msf1", "avif");

    private Beginning() {}

    static FileKind kindOf(byte[] content) throws NotTaken {
        var head = new String(content, 0, Math.min(LOOKED_AT, content.length), ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return FileKind.JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return FileKind.PNG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return FileKind.WEBP;
        }
        if (head.startsWith("%PDF-")) {
            return FileKind.PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return OfficeFiles.kindOf(content);
        }
        return other(head, content);
    }

    private static FileKind other(String head, byte[] content) throws NotTaken {
        // Readers look for it in the first kilobyte: something else stands before it.
        if (head.contains("%PDF-")) {
            throw new NotTaken(Refusal.DISGUISED);
        }
        if (head.startsWith("ftyp", 4) && head.length() > 12 && HEIF.contains(head.substring(8, 12))) {
            throw new NotTaken(Refusal.HEIC);
        }
        if (PlainText.isText(content)) {
            return FileKind.TEXT;
        }
        throw new NotTaken(Refusal.UNKNOWN_KIND);
    }
}

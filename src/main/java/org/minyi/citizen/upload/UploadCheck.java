package org.minyi.citizen.upload;

import java.util.EnumSet;
import java.util.Set;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.FileKind;
import org.springframework.stereotype.Component;

/**
 * Looks at what strangers hand in before it is kept. A file is what is in it, whatever it calls itself; pictures are
 * drawn anew, so that neither a place nor a second file stays in them; documents that do anything are refused.
 */
@Component
public class UploadCheck {

    /** What the pages of the city take. */
    public static final Set<FileKind> FROM_THE_WEB =
            Set.copyOf(EnumSet.of(FileKind.JPEG, FileKind.PNG, FileKind.WEBP, FileKind.PDF, FileKind.TEXT));

    /** What a letter may have attached. */
    public static final Set<FileKind> FROM_MAIL = Set.copyOf(EnumSet.allOf(FileKind.class));

    private final Pictures pictures = new Pictures();
    private final Pdfs pdfs = new Pdfs();
    private final OfficeFiles officeFiles = new OfficeFiles();
    private final VirusScanner scanner;

    UploadCheck(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Whether a file may be kept, and as what.
     *
     * @param fileName as whoever hands it in calls it; may be null
     * @param allowed which kinds are taken this way
     * @throws ScannerAway when there is a scanner for viruses and it gives no answer
     */
    public UploadAnswer check(String fileName, byte[] content, Set<FileKind> allowed) {
        try {
            var kind = kind(content, allowed);
            scanner.look(content);
            return switch (kind) {
                case JPEG, PNG, WEBP -> {
                    var drawn = pictures.drawnAnew(kind, content);
                    yield accepted(fileName, drawn.kind(), drawn.content());
                }
                case PDF -> accepted(fileName, kind, pdfs.checked(content));
                case TEXT -> accepted(fileName, kind, PlainText.utf8(content));
                case DOCX, XLSX -> accepted(fileName, kind, officeFiles.checked(kind, content));
            };
        } catch (NotTaken refused) {
            return new UploadAnswer.Refused(refused.why);
        }
    }

    private static FileKind kind(byte[] content, Set<FileKind> allowed) throws NotTaken {
        if (content.length == 0) {
            throw new NotTaken(Refusal.EMPTY);
        }
        if (content.length > Attachments.LARGEST) {
            throw new NotTaken(Refusal.TOO_LARGE);
        }
        var kind = Beginning.kindOf(content);
        if (!allowed.contains(kind)) {
            throw new NotTaken(Refusal.UNKNOWN_KIND);
        }
        return kind;
    }

    private static UploadAnswer accepted(String name, FileKind kind, byte[] content) throws NotTaken {
        if (content.length > Attachments.LARGEST) {
            throw new NotTaken(Refusal.TOO_LARGE);
        }
        return new UploadAnswer.Accepted(UploadName.of(name, kind), kind, content);
    }
}

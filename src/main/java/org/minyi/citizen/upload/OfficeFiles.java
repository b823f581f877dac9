package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.minyi.citizen.FileKind;

/**
 * Word and Excel files: archives with a list of what is in them. Unpacked part by part, each thrown away again, and only
 * as far as the limits go.
 */
final class OfficeFiles {

    private static final int MOST_PARTS = 200;
    private static final long MOST_UNPACKED = 50_000_000;
    private static final int MOST_TIMES = 100;
    /** Below this a part that is squeezed well is no bomb: an empty table of Excel is. */
    private static final long SMALL = 1_000_000;

    private static final String CONTENTS = "[Content_Types].xml";
    private static final String WORD = "word/document.xml";
    private static final String EXCEL = "xl/workbook.xml";

    private static final Pattern PROGRAM = Pattern.compile(
            "vbaproject|vbadata|activex|oleobject|/embeddings/|macrosheets|\\.(bin|exe|dll|js|vbs|ps1|html?|svg)$");
    private static final Pattern FETCHES = Pattern.compile(
            "macroenabled|<!doctype|<!entity|/(attachedtemplate|oleobject|frame|subdocument|externallink)\"",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> ARCHIVES =
            List.of("PK\u0003\u0004", "Rar!", "7z\u00bc\u00af", "\u001f\u008b", "\u00d0\u00cf\u0011\u00e0", "BZh");

    /** Which of the two it is by what stands in it; an archive of anything else is nothing we know. */
    static FileKind kindOf(byte[] content) throws NotTaken {
        try (var archive = open(content)) {
            if (archive.getEntry(CONTENTS) != null && archive.getEntry(WORD) != null) {
                return FileKind.DOCX;
            }
            if (archive.getEntry(CONTENTS) != null && archive.getEntry(EXCEL) != null) {
                return FileKind.XLSX;
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new NotTaken(Refusal.DAMAGED);
        }
        throw new NotTaken(Refusal.UNKNOWN_KIND);
    }

    byte[] checked(FileKind kind, byte[] content) throws NotTaken {
        try (var archive = open(content)) {
            var parts = Collections.list(archive.getEntries());
            if (parts.size() > MOST_PARTS) {
                throw new NotTaken(Refusal.BOMB);
            }
            endsAsOne(content);
            var names = new HashSet<String>();
            long unpacked = 0;
            for (var part : parts) {
                unpacked += look(archive, part, names, MOST_UNPACKED - unpacked);
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new NotTaken(Refusal.DAMAGED);
        }
        return content;
    }

    private static ZipFile open(byte[] content) throws IOException {
        return ZipFile.builder()
                .setByteArray(content)
                .setUseUnicodeExtraFields(false)
                .get();
    }

    /** Its list of parts is the last thing in it, and only one archive is there. */
    private static void endsAsOne(byte[] content) throws NotTaken {
        int end = content.length - 22;
        if (end < 0
                || content[end] != 'P'
                || content[end + 1] != 'K'
                || content[end + 2] != 5
                || content[end + 3] != 6) {
            throw new NotTaken(Refusal.DISGUISED);
        }
    }

    private static long look(ZipFile archive, ZipArchiveEntry part, Set<String> names, long left)
            throws IOException, NotTaken {
        var name = part.getName().toLowerCase(Locale.ROOT);
        if (part.getGeneralPurposeBit().usesEncryption()) {
            throw new NotTaken(Refusal.LOCKED);
        }
        if (!names.add(name) || name.contains("..") || name.contains("\\") || name.startsWith("/")) {
            throw new NotTaken(Refusal.DISGUISED);
        }
        if (PROGRAM.matcher(name).find()) {
            throw new NotTaken(Refusal.ACTIVE);
        }
        return unpacked(archive, part, name, left);
    }

    /** How much is in it; counted while it is unpacked, for what the archive says of it may be a lie. */
    private static long unpacked(ZipFile archive, ZipArchiveEntry part, String name, long left)
            throws IOException, NotTaken {
        var readable = name.endsWith(".rels") || name.endsWith(".xml");
        var text = new ByteArrayOutputStream();
        var piece = new byte[64 * 1024];
        long size = 0;
        try (var in = archive.getInputStream(part)) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                if (size == 0) {
                    isNoArchive(piece, got);
                }
                size += got;
                if (size > left || (size > SMALL && size > MOST_TIMES * Math.max(1, part.getCompressedSize()))) {
                    throw new NotTaken(Refusal.BOMB);
                }
                if (readable && (name.endsWith(".rels") || name.startsWith("[") || text.size() == 0)) {
                    text.write(piece, 0, got);
                }
            }
        }
        if (readable) {
            fetchesNothing(text.toByteArray());
        }
        return size;
    }

    private static void isNoArchive(byte[] piece, int got) throws NotTaken {
        var head = new String(piece, 0, Math.max(0, Math.min(8, got)), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (ARCHIVES.stream().anyMatch(head::startsWith)) {
            throw new NotTaken(Refusal.NESTED);
        }
    }

    /** What leads elsewhere is written in the lists of each part; a list in another script than UTF-8 hides something. */
    private static void fetchesNothing(byte[] xml) throws NotTaken {
        if (xml.length > 1 && ((xml[0] & 0xff) >= 0xfe || xml[0] == 0 || xml[1] == 0)) {
            throw new NotTaken(Refusal.ACTIVE);
        }
        if (FETCHES.matcher(new String(xml, UTF_8)).find()) {
            throw new NotTaken(Refusal.ACTIVE);
        }
    }
}

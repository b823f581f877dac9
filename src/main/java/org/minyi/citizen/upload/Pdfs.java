package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDFs that show something and do nothing. Every object of the file is looked at, whether a page leads to it or not; what
 * is packed in it is measured before anything unpacks it whole.
 */
final class Pdfs {

    private static final String END = "%%EOF";

    private static final Set<String> ACTIVE_KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent", "Launch", "3DD", "AF");
    private static final Set<String> ACTIVE_VALUES = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "Filespec",
            "FileAttachment",
            "RichMedia",
            "Screen",
            "Movie",
            "Sound",
            "3D",
            "Rendition",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "GoTo3DView");
    private static final List<COSName> NAMING = List.of(COSName.S, COSName.TYPE, COSName.SUBTYPE);

    byte[] checked(byte[] content) throws NotTaken {
        endsAsOne(content);
        PackedStreams.measure(content);
        try (var document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new NotTaken(Refusal.LOCKED);
            }
            for (var object : everyObject(document)) {
                doesNothing(object);
            }
            if (document.getNumberOfPages() == 0) {
                throw new NotTaken(Refusal.DAMAGED);
            }
        } catch (InvalidPasswordException locked) {
            throw new NotTaken(Refusal.LOCKED);
        } catch (IOException | RuntimeException unreadable) {
            throw new NotTaken(Refusal.DAMAGED);
        }
        return content;
    }

    /** Behind its end stands nothing: an archive or a page of HTML there would be a second file. */
    private static void endsAsOne(byte[] content) throws NotTaken {
        var text = new String(content, ISO_8859_1);
        var end = text.lastIndexOf(END);
        if (end < 0) {
            throw new NotTaken(Refusal.DAMAGED);
        }
        if (!text.substring(end + END.length()).isBlank()) {
            throw new NotTaken(Refusal.DISGUISED);
        }
    }

    /** The objects of the file and the dictionary that leads to the first. */
    private static List<COSBase> everyObject(PDDocument document) throws IOException {
        var file = document.getDocument();
        var all = new java.util.ArrayList<COSBase>();
        all.add(file.getTrailer());
        for (var key : List.copyOf(file.getXrefTable().keySet())) {
            all.add(file.getObjectFromPool(key).getObject());
        }
        return all;
    }

    /** With a pile instead of recursion: how deep a stranger nests is not up to our stack. */
    private static void doesNothing(COSBase object) throws NotTaken {
        Deque<COSBase> pile = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        put(pile, seen, object);
        while (!pile.isEmpty()) {
            var one = pile.pop();
            if (one instanceof COSDictionary dictionary) {
                look(dictionary);
                dictionary.getValues().forEach(value -> put(pile, seen, value));
            } else if (one instanceof COSArray array) {
                array.forEach(value -> put(pile, seen, value));
            }
        }
    }

    /** Another object is looked at in its own turn. */
    private static void put(Deque<COSBase> pile, Set<COSBase> seen, COSBase one) {
        if (one != null && !(one instanceof COSObject) && seen.add(one)) {
            pile.push(one);
        }
    }

    private static void look(COSDictionary dictionary) throws NotTaken {
        for (var key : dictionary.keySet()) {
            if (ACTIVE_KEYS.contains(key.getName())) {
                throw new NotTaken(Refusal.ACTIVE);
            }
        }
        for (var key : NAMING) {
            if (dictionary.getDictionaryObject(key) instanceof COSName name && ACTIVE_VALUES.contains(name.getName())) {
                throw new NotTaken(Refusal.ACTIVE);
            }
        }
    }
}

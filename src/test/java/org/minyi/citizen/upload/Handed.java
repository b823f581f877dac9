package org.minyi.citizen.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as people hand them in, good and bad. */
public final class Handed {

    private static final String TYPES =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>
            """;

    private Handed() {}

    public static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A JPEG as a telephone makes it: upside down, with a place, a maker and a remark. */
    public static byte[] photograph(String secret) {
        var plain = picture("jpg", 64, 48);
        var note = secret.getBytes(UTF_8);
        var tiff = ByteBuffer.allocate(38 + note.length)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(note.length)
                .putInt(38)
                .putInt(0)
                .put(note)
                .array();
        var exif = joined("Exif\0\0".getBytes(ISO_8859_1), tiff);
        var app1 = joined(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) ((exif.length + 2) >> 8), (byte) (exif.length + 2)}, exif);
        return joined(slice(plain, 0, 2), app1, slice(plain, 2, plain.length));
    }

    /** A PNG that claims any size and has next to nothing in it. */
    public static byte[] pixelBomb(int width, int height) {
        var head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", head),
                chunk("IDAT", deflated(new byte[100])),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String name, byte[] data) {
        var body = joined(name.getBytes(ISO_8859_1), data);
        var sum = new CRC32();
        sum.update(body);
        return joined(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A PDF of one page, with these objects besides, numbered from 4 on. */
    public static byte[] pdf(String inCatalog, byte[]... objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        var all = new java.util.ArrayList<byte[]>();
        all.add(("<< /Type /Catalog /Pages 2 0 R " + inCatalog + " >>").getBytes(ISO_8859_1));
        all.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".getBytes(ISO_8859_1));
        all.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>".getBytes(ISO_8859_1));
        all.addAll(java.util.List.of(objects));
        var xref = new StringBuilder("0000000000 65535 f \n");
        for (int at = 0; at < all.size(); at++) {
            xref.append("%010d 00000 n \n".formatted(out.size()));
            out.writeBytes("%d 0 obj\n".formatted(at + 1).getBytes(ISO_8859_1));
            out.writeBytes(all.get(at));
            out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes("xref\n0 %d\n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(all.size() + 1, xref, all.size() + 1, start)
                .getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    public static byte[] stream(String head, byte[] content) {
        return joined(
                "<< %s /Length %d >>\nstream\n".formatted(head, content.length).getBytes(ISO_8859_1),
                content,
                "\nendstream".getBytes(ISO_8859_1));
    }

    public static byte[] word(Map<String, byte[]> more) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", TYPES.getBytes(UTF_8));
        parts.put("word/document.xml", "<w:document/>".getBytes(UTF_8));
        parts.putAll(more);
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        try {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static byte[] deflated(byte[] content) {
        var deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var piece = new byte[4096];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }
}

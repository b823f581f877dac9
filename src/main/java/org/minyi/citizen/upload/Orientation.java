package org.minyi.citizen.upload;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Which way up a JPEG is to be shown: one number of the EXIF block, read from it and written alone. */
final class Orientation {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int APP1 = 0xe1;
    private static final int SCAN = 0xda;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final String TREE = "javax_imageio_jpeg_image_1.0";

    private Orientation() {}

    /** Upright where nothing is said, or nothing that can be understood. */
    static int of(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg).position(2);
            while ((bytes.get() & 0xff) == 0xff) {
                int marker = bytes.get() & 0xff;
                int length = bytes.getShort() & 0xffff;
                if (marker == SCAN || length < 2) {
                    return UPRIGHT;
                }
                var segment = bytes.slice(bytes.position(), length - 2);
                if (marker == APP1 && segment.slice(0, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                    return inTiff(segment.slice(EXIF.length, segment.limit() - EXIF.length));
                }
                bytes.position(bytes.position() + length - 2);
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException nonsense) {
            return UPRIGHT;
        }
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int entries = tiff.getShort(at) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            int start = at + 2 + 12 * entry;
            if ((tiff.getShort(start) & 0xffff) == TAG && tiff.getShort(start + 2) == SHORT) {
                int value = tiff.getShort(start + 8) & 0xffff;
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Puts an EXIF block with this number and nothing else in front of a picture about to be written. */
    static void note(IIOMetadata metadata, int orientation) throws IIOInvalidTreeException {
        var block = ByteBuffer.allocate(EXIF.length + 26)
                .put(EXIF)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        var node = new IIOMetadataNode("unknown");
        node.setAttribute("MarkerTag", "" + APP1);
        node.setUserObject(block);
        var tree = metadata.getAsTree(TREE);
        var sequence = tree.getLastChild();
        sequence.insertBefore(node, sequence.getFirstChild());
        metadata.setFromTree(TREE, tree);
    }
}

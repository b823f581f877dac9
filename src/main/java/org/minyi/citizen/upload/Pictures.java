package org.minyi.citizen.upload;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.minyi.citizen.FileKind;

/**
 * Pictures, drawn anew from their pixels: where and when they were taken, and whatever else was hidden in the file, does
 * not come along. How large one is, its header says, before a pixel is unpacked.
 */
final class Pictures {

    private static final long MOST_PIXELS = 40_000_000;
    /** Above this every second row and column is left out: nobody reads more of a counter, and memory is not the sender's. */
    private static final long KEPT_PIXELS = 16_000_000;

    private static final float QUALITY = 0.9f;

    /** One at a time: each takes up to 130 MB. */
    private final ReentrantLock drawing = new ReentrantLock();

    /** A picture as it may be kept; never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(FileKind kind, byte[] content) {}

    Drawn drawnAnew(FileKind kind, byte[] content) throws NotTaken {
        var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        drawing.lock();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            return drawn(kind, reader, stream, kind == FileKind.JPEG ? Orientation.of(content) : 1);
        } catch (IOException | RuntimeException unreadable) {
            throw new NotTaken(Refusal.DAMAGED);
        } finally {
            reader.dispose();
            drawing.unlock();
        }
    }

    private static Drawn drawn(FileKind kind, ImageReader reader, ImageInputStream stream, int orientation)
            throws IOException, NotTaken {
        reader.setInput(stream, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new NotTaken(Refusal.TOO_MANY_PIXELS);
        }
        var param = reader.getDefaultReadParam();
        if (pixels > KEPT_PIXELS) {
            param.setSourceSubsampling(2, 2, 0, 0);
        }
        var image = reader.read(0, param);
        var anew = kind == FileKind.PNG || image.getColorModel().hasAlpha() ? FileKind.PNG : FileKind.JPEG;
        return new Drawn(anew, written(anew, image, orientation));
    }

    private static byte[] written(FileKind kind, BufferedImage image, int orientation) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(kind.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var param = writer.getDefaultWriteParam();
            IIOMetadata metadata = null;
            if (kind == FileKind.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
                metadata = turned(writer, image, param, orientation);
            }
            writer.write(null, new IIOImage(image, null, metadata), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Which way up: the one thing a telephone notes beside the picture that the picture needs. */
    private static IIOMetadata turned(ImageWriter writer, BufferedImage image, ImageWriteParam param, int orientation)
            throws IOException {
        if (orientation == 1) {
            return null;
        }
        var metadata =
                writer.getDefaultImageMetadata(javax.imageio.ImageTypeSpecifier.createFromRenderedImage(image), param);
        Orientation.note(metadata, orientation);
        return metadata;
    }
}

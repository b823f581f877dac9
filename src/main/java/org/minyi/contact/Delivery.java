package org.minyi.contact;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of contacts, complete and on this machine, so that it can be checked as a whole before the first row is
 * written and no slow sender holds a transaction open. What arrives over the network lies in a file that is unlinked as
 * soon as it is opened: nobody else can read it and no crash leaves it behind.
 */
public final class Delivery implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final Format format;
    private final Charset declared;
    private final Progress progress;

    private Delivery(FileChannel channel, Format format, Charset declared, Progress progress) {
        this.channel = channel;
        this.format = format;
        this.declared = declared;
        this.progress = progress;
    }

    /**
     * Takes a body from the network.
     *
     * @param length how many bytes were announced; negative when none were
     * @param declared the charset the sender named; null to find out
     * @throws RefusedDelivery when fewer bytes came than announced, or more than allowed
     */
    public static Delivery receive(
            InputStream body, long length, long allowed, Format format, Charset declared, Progress progress)
            throws IOException {
        if (length > allowed) {
            throw tooLarge(allowed);
        }
        var file = Files.createTempFile("minyi-contacts", ".part");
        var channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            copy(body, channel, length, allowed);
            return new Delivery(channel, format, declared, progress);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Reads a file where it lies. */
    static Delivery of(Path file, Format format) throws IOException {
        return new Delivery(FileChannel.open(file, StandardOpenOption.READ), format, null, Progress.UNWATCHED);
    }

    private static void copy(InputStream body, FileChannel channel, long length, long allowed) throws IOException {
        var buffer = new byte[BUFFER];
        long arrived = 0;
        for (int read = read(body, buffer, arrived, length); read >= 0; read = read(body, buffer, arrived, length)) {
            arrived += read;
            if (arrived > allowed) {
                throw tooLarge(allowed);
            }
            var bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        if (arrived < length) {
            throw cutOff(arrived, length);
        }
    }

    private static int read(InputStream body, byte[] buffer, long arrived, long length) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException broken) {
            var refused = cutOff(arrived, length);
            refused.initCause(broken);
            throw refused;
        }
    }

    private static RefusedDelivery cutOff(long arrived, long length) {
        return RefusedDelivery.unreadable("The file was cut off on its way: %d%s bytes arrived; nothing was taken over."
                .formatted(arrived, length < 0 ? "" : " of " + length));
    }

    private static RefusedDelivery tooLarge(long allowed) {
        return new RefusedDelivery(
                RefusedDelivery.Reason.TOO_LARGE,
                "The file is larger than the %d MB taken at once; send it in parts.".formatted(allowed >> 20));
    }

    Format format() {
        return format;
    }

    Progress progress() {
        return progress;
    }

    /** Bytes from the start, for whoever looks at the whole file first. */
    FileChannel rewind() throws IOException {
        return channel.position(0);
    }

    Charset declared() {
        return declared;
    }

    /** The text from the start, without a byte order mark; a byte that is none of the charset's throws. */
    Reader text(Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = Channels.newReader(rewind(), decoder, BUFFER);
        var first = new char[1];
        if (text.read(first) == 1 && first[0] == TextCheck.BYTE_ORDER_MARK) {
            return text;
        }
        return Channels.newReader(
                rewind(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                BUFFER);
    }

    /** Whether the last line was finished; a file that was cut off seldom ends so. */
    boolean endsWithLineBreak() throws IOException {
        var last = ByteBuffer.allocate(1);
        long size = channel.size();
        return size > 0 && channel.read(last, size - 1) == 1 && (last.get(0) == '\n' || last.get(0) == '\r');
    }

    long position() throws IOException {
        return channel.position();
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

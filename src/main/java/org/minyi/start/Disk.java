package org.minyi.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is, in megabytes, and the words for when there is none. */
final class Disk {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long AS_GOOD_AS_FULL = 4;

    private Disk() {}

    static long freeMegabytes(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() / MEGABYTE;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static boolean isFull(Path directory) {
        return freeMegabytes(directory) < AS_GOOD_AS_FULL;
    }

    static StartRefused full(Path directory) {
        return new StartRefused("The disk of " + directory + " is full (" + freeMegabytes(directory)
                + " MB are free); make room and start again, nothing that was saved is lost.");
    }

    /** A program's last words, or an exception's. */
    static boolean saysFull(String message) {
        return message != null && message.contains("No space left on device");
    }
}

package org.minyi.channel.mail;

/**
 * A file that goes with a mail.
 *
 * @param type its media type, for example {@code application/pdf}
 */
// Handed over and read once; nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record MailPart(String name, String type, byte[] bytes) {

    /** Without the bytes. */
    @Override
    public String toString() {
        return "MailPart[name=" + name + ", size=" + bytes.length + "]";
    }
}

package org.minyi.citizen;

/**
 * A file that somebody handed in, opened.
 *
 * @param name as they called it, with the ending of its kind
 */
// Opened and sent off; nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, FileKind kind, byte[] content) {

    /** Shows nothing of the person: this record may end up in a log line. */
    @Override
    public String toString() {
        return "Attachment[" + kind + ", " + content.length + " bytes]";
    }
}

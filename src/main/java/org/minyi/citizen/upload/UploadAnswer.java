package org.minyi.citizen.upload;

import org.minyi.citizen.FileKind;

/** What became of a file that somebody handed in. */
public sealed interface UploadAnswer {

    /**
     * It may be kept, as it stands here: pictures were drawn anew, text is UTF-8.
     *
     * @param name as they called it, without folders and hidden characters, with the ending of its kind
     */
    // Checked and kept; nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    record Accepted(String name, FileKind kind, byte[] content) implements UploadAnswer {

        /** Shows nothing of the person: this record may end up in a log line. */
        @Override
        public String toString() {
            return "Accepted[" + kind + ", " + content.length + " bytes]";
        }
    }

    /** It is not kept. */
    record Refused(Refusal why) implements UploadAnswer {}
}

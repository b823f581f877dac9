package org.minyi.channel.mail;

import java.util.List;
import java.util.Optional;

/**
 * A letter that somebody wrote to the centre. Whatever it says of its writer is a claim.
 *
 * @param what tells it from every other letter: the same one delivered twice, or read twice, is the same
 * @param from the address it names, to be answered and for nothing else; null where it names none that can be written to
 * @param name what its writer calls themselves; null where they do not
 * @param subject may be empty
 * @param text plain, whatever it was; may be empty
 * @param files what is attached, unchecked
 * @param leftOut how many files more there were than anybody looks at
 */
public record IncomingLetter(
        String what, String from, String name, String subject, String text, List<File> files, int leftOut) {

    public IncomingLetter {
        files = List.copyOf(files);
    }

    /**
     * Something attached.
     *
     * @param name as the writer calls it; may be null
     */
    // Looked at once; nobody compares two.
    @SuppressWarnings("ArrayRecordComponent")
    public record File(String name, byte[] content) {

        @Override
        public String toString() {
            return "File[" + content.length + " bytes]";
        }
    }

    /** Whom to answer, if anybody. */
    public Optional<String> answerTo() {
        return Optional.ofNullable(from);
    }

    /** Shows nothing of the writer: this record may end up in a log line. */
    @Override
    public String toString() {
        return "IncomingLetter[what=" + what + "]";
    }
}

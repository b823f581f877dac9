package org.minyi.complaint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.minyi.channel.mail.IncomingLetter;
import org.minyi.citizen.FileKind;
import org.minyi.citizen.upload.Refusal;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.organisation.CentreText;

/** What a letter says, as the words of its matter. */
final class LetterWording {

    /** What people read beside a form; the whole letter is kept as a file then. */
    private static final int LONGEST = 4000;

    private static final int LONGEST_NAME = 100;

    private final IncomingLetter letter;
    private final CentreText texts;
    private final List<String> notKept = new ArrayList<>();

    LetterWording(IncomingLetter letter, CentreText texts) {
        this.letter = letter;
        this.texts = texts;
        if (letter.leftOut() > 0) {
            notKept.add(texts.of("mail.left-out", "" + letter.leftOut()));
        }
    }

    /** What its writer is called: as they call themselves, else what stands before the @ of their address. */
    String writer() {
        if (letter.name() != null) {
            return letter.name();
        }
        return letter.from() == null
                ? texts.of("mail.nameless")
                : letter.from().substring(0, letter.from().indexOf('@'));
    }

    void notKept(String file, Refusal why) {
        var name = file == null ? "?" : file.replaceAll("\\p{Cntrl}", "");
        notKept.add(texts.of(
                "mail.not-kept",
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                why.sentence(texts.locale())));
    }

    /** Subject, text, and what was attached and is not kept. */
    String words() {
        var text = whole();
        if (text.length() > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "\n\n"
                    + texts.of("mail.goes-on");
        }
        var lines = new ArrayList<String>();
        lines.add(text.isBlank() ? texts.of("mail.wordless") : text);
        lines.addAll(notKept);
        return String.join("\n\n", lines);
    }

    /** The letter as a file, where it is longer than its words. */
    List<UploadAnswer.Accepted> wholeText() {
        var text = whole();
        return text.length() <= LONGEST
                ? List.of()
                : List.of(
                        new UploadAnswer.Accepted("letter.txt", FileKind.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    private String whole() {
        return (letter.subject() + "\n\n" + letter.text()).strip();
    }
}

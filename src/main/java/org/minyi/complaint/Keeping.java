package org.minyi.complaint;

import java.util.List;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.citizen.upload.UploadCheck;
import org.springframework.stereotype.Component;

/** Seals what somebody handed in: their words, and the files with them. */
@Component
class Keeping {

    private final WordsBook words;
    private final Attachments attachments;
    private final UploadCheck check;

    Keeping(WordsBook words, Attachments attachments, UploadCheck check) {
        this.words = words;
        this.attachments = attachments;
        this.check = check;
    }

    WordsId words(PersonId person, String text) {
        return words.keep(person, text);
    }

    /** Whether something attached to a letter may be kept, and as what. */
    UploadAnswer looked(String name, byte[] content) {
        return check.check(name, content, UploadCheck.FROM_MAIL);
    }

    /** In the order given. */
    List<AttachmentId> files(PersonId person, List<UploadAnswer.Accepted> files) {
        return files.stream()
                .map(file -> attachments.keep(person, file.name(), file.kind(), file.content()))
                .toList();
    }
}

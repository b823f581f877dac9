package org.minyi.complaint;

import java.util.List;
import org.minyi.citizen.AttachmentId;
import org.minyi.citizen.Attachments;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.WordsBook;
import org.minyi.citizen.WordsId;
import org.minyi.citizen.upload.UploadAnswer;
import org.springframework.stereotype.Component;

/** Seals what somebody handed in: their words, and the files with them. */
@Component
class Keeping {

    private final WordsBook words;
    private final Attachments attachments;

    Keeping(WordsBook words, Attachments attachments) {
        this.words = words;
        this.attachments = attachments;
    }

    WordsId words(PersonId person, String text) {
        return words.keep(person, text);
    }

    /** In the order given. */
    List<AttachmentId> files(PersonId person, List<UploadAnswer.Accepted> files) {
        return files.stream()
                .map(file -> attachments.keep(person, file.name(), file.kind(), file.content()))
                .toList();
    }
}

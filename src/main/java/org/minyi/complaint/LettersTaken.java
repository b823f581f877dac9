package org.minyi.complaint;

import java.util.ArrayList;
import java.util.List;
import org.minyi.channel.mail.IncomingLetter;
import org.minyi.channel.mail.LetterTaker;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.Mailboxes;
import org.minyi.citizen.PersonId;
import org.minyi.citizen.Told;
import org.minyi.citizen.upload.UploadAnswer;
import org.minyi.organisation.CentreSettings;
import org.minyi.organisation.CentreText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Letters to the centre become matters. Whoever wrote one is a stranger, whatever the letter says: a person of their own,
 * with the address they are answered at and no telephone.
 */
@Service
class LettersTaken implements LetterTaker {

    private final Complaints complaints;
    private final Citizens citizens;
    private final Mailboxes mailboxes;
    private final Keeping keeping;
    private final MailLetters answers;
    private final CentreText texts;
    private final TransactionTemplate transaction;

    LettersTaken(
            Complaints complaints,
            Citizens citizens,
            Mailboxes mailboxes,
            Keeping keeping,
            MailLetters answers,
            CentreSettings centre,
            TransactionTemplate transaction) {
        this.complaints = complaints;
        this.citizens = citizens;
        this.mailboxes = mailboxes;
        this.keeping = keeping;
        this.answers = answers;
        this.texts = new CentreText("complaint", centre);
        this.transaction = transaction;
    }

    /** What is attached is looked at first: that takes a while, and nobody waits for it. */
    @Override
    public void take(IncomingLetter letter) {
        if (complaints.find(Channel.MAIL, letter.what()).isPresent()) {
            return;
        }
        var wording = new LetterWording(letter, texts);
        var files = new ArrayList<UploadAnswer.Accepted>(wording.wholeText());
        for (var file : letter.files()) {
            var answer = keeping.looked(file.name(), file.content());
            if (answer instanceof UploadAnswer.Accepted accepted) {
                files.add(accepted);
            } else if (answer instanceof UploadAnswer.Refused refused) {
                wording.notKept(file.name(), refused.why());
            }
        }
        transaction.executeWithoutResult(status -> keep(letter, wording, files));
    }

    private void keep(IncomingLetter letter, LetterWording wording, List<UploadAnswer.Accepted> files) {
        var person = citizens.enrol(List.of(new Told(wording.writer(), null, false)))
                .get(0)
                .person();
        letter.answerTo().ifPresent(address -> mailboxes.keep(person, address));
        var id = complaints.raise(matter(letter, person, wording.words(), files));
        var matter = complaints.find(id).orElseThrow();
        if (matter.person().equals(person)) {
            answers.acknowledge(matter);
        }
    }

    private RaisedMatter matter(
            IncomingLetter letter, PersonId person, String words, List<UploadAnswer.Accepted> files) {
        return new RaisedMatter(
                Channel.MAIL,
                letter.what(),
                Kind.COMPLAINT,
                null,
                person,
                null,
                keeping.words(person, words),
                null,
                null,
                null,
                Channel.MAIL.code(),
                keeping.files(person, files));
    }
}

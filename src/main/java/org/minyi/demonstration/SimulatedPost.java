package org.minyi.demonstration;

import java.time.Clock;
import java.util.stream.Stream;
import org.minyi.channel.mail.MailCarrier;
import org.minyi.channel.mail.MailServerAway;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A mail server with a mailbox for every unit of Lanhe, and for anybody else. It speaks the port that the real one speaks,
 * and is as moody as its page tells it to be.
 */
@Service
@SimulatedMail
class SimulatedPost implements MailCarrier {

    private final MailboxTables mailboxes;
    private final Clock clock;
    private volatile PostMood mood = PostMood.TAKES;

    SimulatedPost(MailboxTables mailboxes, Clock clock) {
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    PostMood mood() {
        return mood;
    }

    void be(PostMood wanted) {
        mood = wanted;
    }

    @Override
    @Transactional
    public Handover carry(OutgoingMail mail) {
        return switch (mood) {
            case AWAY -> throw new MailServerAway("simulated", null);
            case PUTS_OFF -> new Handover.Later("450 4.2.1");
            case REFUSES -> new Handover.Refused("550 5.1.1");
            case TAKES -> {
                Stream.concat(mail.to().stream(), mail.copies().stream())
                        .distinct()
                        .forEach(mailbox -> mailboxes.insert(mail, mailbox, clock.instant()));
                yield new Handover.Accepted();
            }
        };
    }
}

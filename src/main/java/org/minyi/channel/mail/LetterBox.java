package org.minyi.channel.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.minyi.citizen.upload.ScannerAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The mailbox to which citizens write, over IMAP. Each letter is kept and committed first and put away in the mailbox
 * then; a crash in between reads it again, which makes no second matter of it. Nothing is ever deleted.
 */
@Component
class LetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);
    private static final int AT_ONCE = 50;
    /** For one visit; afterwards another node may. */
    private static final Duration HELD = Duration.ofMinutes(10);
    /** After so many failures something is set aside for a person to look at. */
    private static final int TRIES = 5;

    private static final Duration HOUR = Duration.ofHours(1);

    private final MailSettings settings;
    private final LetterDesk desk;
    private final LetterTables tables;
    private final Clock clock;
    /** What could not be kept, by its place in the mailbox. */
    private final Map<String, Integer> failures = new HashMap<>();

    private boolean wasTold;
    private boolean wasFull;

    LetterBox(MailSettings settings, LetterDesk desk, LetterTables tables, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.tables = tables;
        this.clock = clock;
    }

    /** Takes what has come since; nothing where no mailbox is named. A mailbox that is away is asked again next time. */
    void look() {
        var now = clock.instant();
        if (!settings.letters().isRead() || !tables.hold(now, now.plus(HELD))) {
            return;
        }
        try {
            Imap.visit(settings.letters(), this::empty);
            tellThatItIsRead();
            tables.wasRead(clock.instant());
        } catch (MessagingException away) {
            tables.isAway(clock.instant());
            LOG.warn("the letter box cannot be read ({})", away.getClass().getSimpleName());
        }
    }

    private void tellThatItIsRead() {
        if (tables.state().awaySince() != null) {
            LOG.info("the letter box is read again");
        } else if (!wasTold) {
            LOG.info("the letter box is read: {}", settings.letters());
        }
        wasTold = true;
    }

    private void empty(Store store, Folder folder) throws MessagingException {
        var waiting = folder.getMessages();
        for (var message : Arrays.asList(waiting).subList(0, atOnce(waiting.length))) {
            if (!message.isSet(Flags.Flag.DELETED)) {
                takeOrLeave(store, folder, message);
            }
        }
        folder.expunge();
    }

    /** A flood waits where it is: nothing is lost, and whoever wrote before it is heard in time. */
    private int atOnce(int waiting) {
        var most = settings.letters().mostPerHour();
        var room = Math.max(0, most - tables.countedWithin(HOUR, clock.instant()));
        var wanted = Math.min(waiting, AT_ONCE);
        if (room < wanted && !wasFull) {
            LOG.warn(
                    "{} letters came within the hour: what is more waits in the letter box until the hour is over",
                    most);
        }
        wasFull = room < wanted;
        return Math.min(wanted, room);
    }

    /** One that cannot be kept now stays where it is, and keeps no other from being taken. */
    private void takeOrLeave(Store store, Folder folder, Message message) throws MessagingException {
        var place = ((jakarta.mail.UIDFolder) folder).getUIDValidity() + " "
                + ((jakarta.mail.UIDFolder) folder).getUID(message);
        try {
            var aside = taken(folder, message);
            failures.remove(place);
            putAway(store, folder, message, aside.isPresent());
        } catch (ScannerAway away) {
            // Its files cannot be looked at yet, which is no fault of the letter: it waits in the box.
            failures.remove(place);
        } catch (RuntimeException trouble) {
            LOG.error("a letter could not be kept; it is read again", trouble);
            if (failures.merge(place, 1, Integer::sum) >= TRIES) {
                failures.remove(place);
                desk.setAside(place, Aside.UNREADABLE);
                putAway(store, folder, message, true);
            }
        }
    }

    /** A letter that cannot be fetched while the mailbox is there is that letter's fault, and blocks no other. */
    private Optional<Aside> taken(Folder folder, Message message) throws MessagingException {
        try {
            return taken(message);
        } catch (MessagingException broken) {
            if (!folder.isOpen()) {
                throw broken;
            }
            throw new IllegalStateException("a letter could not be fetched", broken);
        }
    }

    private Optional<Aside> taken(Message message) throws MessagingException {
        if (message.getSize() > LetterReading.LARGEST) {
            return Optional.of(desk.setAside(
                    DigestUtils.sha256Hex(message.getSize() + Arrays.toString(message.getHeader("Message-ID"))),
                    Aside.TOO_LARGE));
        }
        return desk.take(raw(message));
    }

    /** Into a folder of the mailbox: copied there, and taken out of this one when the visit ends. */
    private void putAway(Store store, Folder folder, Message message, boolean aside) throws MessagingException {
        var letters = settings.letters();
        var name = (aside ? letters.aside() : letters.taken())
                .replace('/', store.getDefaultFolder().getSeparator());
        var target = store.getFolder(name);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private static byte[] raw(Message message) throws MessagingException {
        var bytes = new Bounded();
        try {
            message.writeTo(bytes);
        } catch (IOException broken) {
            throw new MessagingException("a letter could not be fetched", broken);
        }
        return bytes.kept.toByteArray();
    }

    /** A server that understates the size of a letter fills no memory: one byte too many is enough to set it aside. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            if (kept.size() <= LetterReading.LARGEST) {
                kept.write(one);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            kept.write(bytes, from, Math.min(length, LetterReading.LARGEST + 1 - kept.size()));
        }
    }
}

package org.minyi.channel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;

/** One visit to a mailbox, over IMAP. The server's certificate must be its own. */
final class Imap {

    private static final String MILLIS = "20000";

    private Imap() {}

    /** What is done there. */
    interface Visit {
        void in(Store store, Folder folder) throws MessagingException;
    }

    /** Opens the folder, and closes everything again. */
    static void visit(Mailbox box, Visit visit) throws MessagingException {
        var protocol = box.tls() ? "imaps" : "imap";
        try (var store = Session.getInstance(limits(protocol)).getStore(protocol)) {
            store.connect(box.host(), box.port(), box.user(), box.password());
            try (var folder = store.getFolder(box.folder())) {
                folder.open(Folder.READ_WRITE);
                visit.in(store, folder);
            }
        }
    }

    private static Properties limits(String protocol) {
        var properties = new Properties();
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + limit, MILLIS);
        }
        // Reading a message must not mark it as read: that is done when what it tells is kept.
        properties.setProperty("mail." + protocol + ".peek", "true");
        if (protocol.equals("imaps")) {
            properties.setProperty("mail.imaps.ssl.checkserveridentity", "true");
        }
        return properties;
    }
}

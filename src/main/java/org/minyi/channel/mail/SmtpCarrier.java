package org.minyi.channel.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A real mail server, over SMTP. Its answers are told apart: this mail never, this mail not now, nothing from us at all.
 * Whatever breaks off after the mail began to leave is left unknown to whoever asked.
 */
class SmtpCarrier implements MailCarrier {

    /** The server is about to close, or wants another login of us: no mail's own fault (RFC 5321, RFC 4954). */
    private static final Set<Integer> NOTHING_FROM_US = Set.of(421, 454, 530, 534, 535, 538);
    /** The dot that ends a mail: behind it the mail may have been taken. */
    private static final String END_OF_DATA = ".";

    private final JavaMailSenderImpl sender;
    private final Clock clock;

    SmtpCarrier(JavaMailSenderImpl sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Handover carry(OutgoingMail mail) {
        List<InternetAddress> to;
        try {
            to = addresses(mail.to());
        } catch (AddressException unreadable) {
            return new Handover.Refused("553 5.1.3");
        }
        var transport = connected();
        try {
            return hand(transport, mail, to);
        } catch (MessagingException brokenOff) {
            throw new IllegalStateException("the mail server broke off", brokenOff);
        } finally {
            hangUp(transport);
        }
    }

    private Transport connected() {
        try {
            var protocol = sender.getProtocol() == null ? "smtp" : sender.getProtocol();
            var transport = sender.getSession().getTransport(protocol);
            transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
            return transport;
        } catch (MessagingException away) {
            throw new MailServerAway(away.getClass().getSimpleName(), away);
        }
    }

    /** As often as there are copies that the server does not take, and once more without them. */
    private Handover hand(Transport transport, OutgoingMail mail, List<InternetAddress> to) throws MessagingException {
        var copies = new LinkedHashSet<>(known(mail.copies()));
        while (true) {
            var message = OutgoingMessage.of(mail, to, List.copyOf(copies), sender.getSession(), clock.instant());
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Handover.Accepted();
            } catch (SMTPSendFailedException said) {
                return answer(said);
            } catch (SendFailedException said) {
                var refusals = refusals(said);
                var handover = answer(to, copies, refusals, said);
                if (handover != null) {
                    return handover;
                }
                copies.removeAll(refusals.keySet());
            }
        }
    }

    private static Handover answer(SMTPSendFailedException said) {
        int code = said.getReturnCode();
        if (code < 0 && said.getCommand().equals(END_OF_DATA)) {
            throw new IllegalStateException("the mail server hung up before it answered", said);
        }
        return answer(SmtpCode.of(code, said.getMessage()), said);
    }

    /** Null when only copies were refused for good. */
    private static Handover answer(
            List<InternetAddress> to,
            Set<InternetAddress> copies,
            Map<Address, SmtpCode> refusals,
            SendFailedException said) {
        for (var address : to) {
            var code = refusals.get(address);
            if (code != null && code.isForGood()) {
                return answer(code, said);
            }
        }
        for (var code : refusals.values()) {
            if (!code.isForGood()) {
                return answer(code, said);
            }
        }
        if (refusals.keySet().stream().noneMatch(copies::contains)) {
            throw new IllegalStateException("the mail server refused, and nobody knows whom", said);
        }
        return null;
    }

    private static Handover answer(SmtpCode code, MessagingException said) {
        if (code.basic() < 400 || NOTHING_FROM_US.contains(code.basic())) {
            // Below 400 is no answer at all: the line was cut before the mail began.
            throw new MailServerAway(code.toString(), said);
        }
        return code.isForGood() ? new Handover.Refused(code.toString()) : new Handover.Later(code.toString());
    }

    /** Whom the server did not take, and why. */
    private static Map<Address, SmtpCode> refusals(SendFailedException said) {
        var refusals = new LinkedHashMap<Address, SmtpCode>();
        for (Exception next = said; next instanceof MessagingException one; next = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException refused) {
                refusals.put(refused.getAddress(), SmtpCode.of(refused.getReturnCode(), refused.getMessage()));
            }
        }
        return refusals;
    }

    private static List<InternetAddress> addresses(List<String> texts) throws AddressException {
        var addresses = new LinkedHashSet<InternetAddress>();
        for (var text : texts) {
            addresses.add(new InternetAddress(text, true));
        }
        return List.copyOf(addresses);
    }

    private static List<InternetAddress> known(List<String> copies) {
        return copies.stream()
                .flatMap(copy -> {
                    try {
                        return addresses(List.of(copy)).stream();
                    } catch (AddressException unreadable) {
                        return Stream.empty();
                    }
                })
                .toList();
    }

    /** The mail is settled by now: how the connection ends changes nothing. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // Nobody is left to say goodbye to.
        }
    }
}

package org.minyi.channel.sms.cmpp;

import java.nio.BufferUnderflowException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.minyi.channel.sms.DeliveryReport.Outcome;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.UserData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what a gateway delivers. */
final class CmppReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(CmppReceiver.class);

    private final String name;
    private final CmppVersion version;
    private final Hearing hearing;

    CmppReceiver(String name, CmppVersion version, Hearing hearing) {
        this.name = name;
        this.version = version;
        this.hearing = hearing;
    }

    /** Comes back when it is stored. Answers its id, for the acknowledgement. */
    long hear(byte[] body) {
        try {
            var delivered = Delivered.of(body, version);
            if (delivered.isReport()) {
                report(delivered);
            } else {
                hear(delivered);
            }
            return delivered.id();
        } catch (BufferUnderflowException malformed) {
            LOG.warn("{}: something that is too short for a message is dropped", name);
            return body.length < 8 ? 0 : new Packet.Reader(body).number(8);
        }
    }

    private void report(Delivered delivered) {
        var report = delivered.report();
        outcome(report.state())
                .ifPresent(outcome ->
                        hearing.report(Long.toHexString(report.id()), delivered.from(), delivered.to(), outcome));
    }

    /** Whatever is no state of the standard is the code of a system on the way at which it failed. */
    private static Optional<Outcome> outcome(String state) {
        return switch (state) {
            case "DELIVRD" -> Optional.of(Outcome.DELIVERED);
            case "EXPIRED" -> Optional.of(Outcome.EXPIRED);
            case "ACCEPTD", "UNKNOWN", "" -> Optional.empty();
            default -> Optional.of(Outcome.FAILED);
        };
    }

    private void hear(Delivered delivered) {
        var data =
                delivered.hasHeader() ? UserData.withHeader(delivered.content()) : UserData.whole(delivered.content());
        hearing.hear(
                Long.toHexString(delivered.id()), delivered.from(), delivered.to(), data, charset(delivered.format()));
    }

    private static Charset charset(int format) {
        return switch (format) {
            case 8 -> StandardCharsets.UTF_16BE;
            case 15 -> Charset.forName("GB18030");
            default -> StandardCharsets.ISO_8859_1;
        };
    }
}

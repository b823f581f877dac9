package org.minyi.channel.sms.cmpp;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.KeptSession;
import org.minyi.channel.sms.PartwiseLink;
import org.minyi.channel.sms.TextParts;

/** A link that speaks CMPP. */
final class CmppLink extends PartwiseLink<CmppSession> {

    private static final int UCS2 = 8;
    private static final int ASCII = 0;
    private static final int FLOW_CONTROL = 8;

    /** The citizen pays nothing: fees are the service's (Fee_UserType 2), and free of charge (FeeType 01). */
    private static final int THE_SERVICE_PAYS = 2;

    private static final String FREE = "01";

    private final CmppSettings settings;
    private final Hearing hearing;

    CmppLink(String name, CmppSettings settings, Hearing hearing, Clock clock) {
        super(
                name,
                settings.sessions(),
                settings.window(),
                settings.ratePerSecond(),
                new Door(name, settings, new CmppReceiver(name, settings.version(), hearing), clock));
        this.settings = settings;
        this.hearing = hearing;
    }

    private record Door(String name, CmppSettings settings, CmppReceiver receiver, Clock clock)
            implements KeptSession.Door<CmppSession> {

        @Override
        public String where() {
            return "%s:%d as %s".formatted(settings.host(), settings.port(), settings.account());
        }

        @Override
        public CmppSession enter(Runnable lost) throws IOException {
            return CmppSession.enter(name, settings, receiver, clock, lost);
        }

        @Override
        public boolean isOpen(CmppSession session) {
            return session.isOpen();
        }

        @Override
        public void leave(CmppSession session) {
            session.leave();
        }

        @Override
        public void drop(CmppSession session) {
            session.close();
        }
    }

    @Override
    protected Answer send(CmppSession session, OutgoingSms sms, TextParts text, int part) {
        try {
            var answer = session.ask(Packet.SUBMIT, body(sms, text, part), settings.answerWithin());
            var in = new Packet.Reader(answer.body());
            var id = in.number(8);
            var result = in.number(settings.version().resultLength());
            if (result == 0) {
                return new Answer.Taken(hearing.gatewayId(Long.toHexString(id)));
            }
            return result == FLOW_CONTROL ? new Answer.Later() : new Answer.Never("CMPP " + result);
        } catch (IOException | TimeoutException | BufferUnderflowException lost) {
            return new Answer.Lost();
        }
    }

    /** CMPP_SUBMIT (CMPP 2.0, 7.4.3.1; CMPP 3.0, 7.4.3.1). */
    private byte[] body(OutgoingSms sms, TextParts text, int part) {
        var version = settings.version();
        var content = text.payloads().get(part);
        var body = new Packet.Writer()
                .zeros(8)
                .octet(text.payloads().size())
                .octet(part + 1)
                .octet(1)
                .octet(0)
                .text(settings.serviceId(), 10)
                .octet(THE_SERVICE_PAYS)
                .zeros(version.numberLength())
                .zeros(version.hasNumberType() ? 1 : 0)
                .octet(0)
                .octet(text.payloads().size() > 1 ? 1 : 0)
                .octet(text.alphabet() == TextParts.Alphabet.UCS2 ? UCS2 : ASCII)
                .text(settings.account(), 6)
                .text(FREE, 2)
                .text("0", 6)
                .zeros(17)
                .zeros(17)
                .text(settings.serviceNumber() + sms.extension(), 21)
                .octet(1)
                .text(sms.number(), version.numberLength())
                .zeros(version.hasNumberType() ? 1 : 0)
                .octet(content.length)
                .bytes(content)
                .zeros(version.tailLength());
        return body.body();
    }
}

package org.minyi.channel.sms.smpp;

import java.io.IOException;
import java.util.Optional;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.minyi.channel.sms.KeptSession;

/** Binds as a transceiver. */
final class SmppDoor implements KeptSession.Door<SMPPSession> {

    private static final long BIND_MILLIS = 10_000;

    /** Reports come in floods: so many wait for the database, and so many at once are stored together. */
    private static final int QUEUE = 10_000;

    private static final int READERS = 16;

    private final SmppSettings settings;
    private final MessageReceiverListener receiver;

    SmppDoor(SmppSettings settings, MessageReceiverListener receiver) {
        this.settings = settings;
        this.receiver = receiver;
    }

    @Override
    public String where() {
        return "%s:%d as %s".formatted(settings.host(), settings.port(), settings.systemId());
    }

    @Override
    public SMPPSession enter(Runnable lost) throws IOException {
        var session = new SMPPSession(settings.tls() ? new TlsConnections() : SocketConnectionFactory.getInstance());
        session.setQueueCapacity(QUEUE);
        session.setPduProcessorDegree(READERS);
        session.setTransactionTimer(settings.answerWithin().toMillis());
        session.setEnquireLinkTimer(Math.toIntExact(settings.enquireLink().toMillis()));
        session.setMessageReceiverListener(receiver);
        session.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                lost.run();
            }
        });
        try {
            session.connectAndBind(
                    settings.host(),
                    settings.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            settings.systemId(),
                            settings.password(),
                            settings.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    BIND_MILLIS);
            return session;
        } catch (IOException refused) {
            session.close();
            throw new IOException(status(refused).orElse(refused.getMessage()), refused);
        }
    }

    /** A status is worth more than the sentence around it. */
    private static Optional<String> status(IOException refused) {
        return refused.getCause() instanceof NegativeResponseException no
                ? Optional.of("the bind is refused, status 0x%08X".formatted(no.getCommandStatus()))
                : Optional.empty();
    }

    @Override
    public boolean isOpen(SMPPSession session) {
        return session.getSessionState().isTransmittable();
    }

    @Override
    public void leave(SMPPSession session) {
        session.unbindAndClose();
    }

    @Override
    public void drop(SMPPSession session) {
        session.close();
    }
}

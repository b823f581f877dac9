package org.minyi.channel.sms.smpp;

import java.io.IOException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.PartwiseLink;
import org.minyi.channel.sms.TextParts;

/** A link that speaks SMPP 3.4. */
final class SmppLink extends PartwiseLink<SMPPSession> {

    private static final byte HEADER_PRESENT = 0x40;

    private final SmppSettings settings;
    private final Hearing hearing;

    SmppLink(String name, SmppSettings settings, Hearing hearing) {
        super(
                name,
                settings.sessions(),
                settings.window(),
                settings.ratePerSecond(),
                new SmppDoor(settings, new SmppReceiver(name, settings, hearing)));
        this.settings = settings;
        this.hearing = hearing;
    }

    @Override
    protected Answer send(SMPPSession session, OutgoingSms sms, TextParts text, int part) {
        try {
            var id = submit(session, sms, text, part);
            return new Answer.Taken(hearing.gatewayId(settings.receiptIds().asCompared(id)));
        } catch (NegativeResponseException no) {
            return isLater(no) ? new Answer.Later() : new Answer.Never("SMPP 0x%08X".formatted(no.getCommandStatus()));
        } catch (PDUException neverSent) {
            return new Answer.Never("not a message that SMPP can carry");
        } catch (ResponseTimeoutException | InvalidResponseException | IOException lost) {
            return new Answer.Lost();
        }
    }

    /** "Slow down" and "my queue is full" (SMPP 3.4, 5.1.3). */
    private static boolean isLater(NegativeResponseException no) {
        return no.getCommandStatus() == SMPPConstant.STAT_ESME_RTHROTTLED
                || no.getCommandStatus() == SMPPConstant.STAT_ESME_RMSGQFUL;
    }

    private String submit(SMPPSession session, OutgoingSms sms, TextParts text, int part)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var alphabet = text.alphabet() == TextParts.Alphabet.UCS2 ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT;
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        settings.serviceNumber() + sms.extension(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        settings.numberPrefix() + sms.number(),
                        new ESMClass(text.payloads().size() > 1 ? HEADER_PRESENT : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(alphabet),
                        (byte) 0,
                        text.payloads().get(part))
                .getMessageId();
    }
}

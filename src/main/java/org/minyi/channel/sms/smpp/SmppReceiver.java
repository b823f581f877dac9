package org.minyi.channel.sms.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.minyi.channel.sms.DeliveryReport.Outcome;
import org.minyi.channel.sms.Hearing;
import org.minyi.channel.sms.UserData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what an operator delivers. It is acknowledged when it is stored, and not before. */
final class SmppReceiver implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);
    private static final Pattern ID = Pattern.compile("\\bid:(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:([A-Z]+)", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final SmppSettings settings;
    private final Hearing hearing;

    SmppReceiver(String name, SmppSettings settings, Hearing hearing) {
        this.name = name;
        this.settings = settings;
        this.hearing = hearing;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
        try {
            if (MessageType.SMSC_DEL_RECEIPT.containedIn(delivered.getEsmClass())) {
                report(delivered);
            } else {
                hear(delivered);
            }
        } catch (RuntimeException notStored) {
            LOG.error("{}: a message was not stored, the operator is asked to bring it again", name, notStored);
            throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void report(DeliverSm delivered) {
        var text = new String(payload(delivered), StandardCharsets.ISO_8859_1);
        var id = receiptedId(delivered).or(() -> first(ID, text));
        var state = messageState(delivered).or(() -> first(STATE, text));
        if (id.isEmpty() || state.isEmpty()) {
            LOG.warn("{}: a report without id or state is dropped", name);
            return;
        }
        var answered = settings.receiptIds().asCompared(settings.receiptIds().asAnswered(id.get()));
        outcome(state.get())
                .ifPresent(outcome -> hearing.report(
                        answered, number(delivered.getSourceAddr()), delivered.getDestAddress(), outcome));
    }

    private static Optional<String> receiptedId(DeliverSm delivered) {
        return Optional.ofNullable(delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.OctetString::getValueAsString)
                .filter(id -> !id.isBlank());
    }

    /** SMPP 3.4, 5.2.28. */
    private static Optional<String> messageState(DeliverSm delivered) {
        return Optional.ofNullable(delivered.getOptionalParameter(OptionalParameter.Message_state.class))
                .map(state -> switch (state.getValue()) {
                    case 2 -> "DELIVRD";
                    case 3 -> "EXPIRED";
                    case 4, 5, 8 -> "UNDELIV";
                    default -> "ENROUTE";
                });
    }

    /** On its way, accepted, or unknown to the operator: that is no end yet. */
    private static Optional<Outcome> outcome(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "DELIVRD" -> Optional.of(Outcome.DELIVERED);
            case "EXPIRED" -> Optional.of(Outcome.EXPIRED);
            case "DELETED", "UNDELIV", "REJECTD" -> Optional.of(Outcome.FAILED);
            default -> Optional.empty();
        };
    }

    private void hear(DeliverSm delivered) {
        var payload = payload(delivered);
        var data = delivered.isUdhi() ? UserData.withHeader(payload) : UserData.whole(payload);
        hearing.hear(
                null,
                number(delivered.getSourceAddr()),
                delivered.getDestAddress(),
                data.part().isPresent() ? data : new UserData(data.text(), segment(delivered)),
                charset(delivered.getDataCoding()));
    }

    /** Some operators say it beside the text instead of in it (SMPP 3.4, 5.3.2.22 to 24). */
    private static Optional<UserData.Part> segment(DeliverSm delivered) {
        var reference = delivered.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var total = delivered.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        var place = delivered.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || total == null || place == null
                ? Optional.empty()
                : UserData.part(reference.getValue(), total.getValue(), place.getValue());
    }

    /** A text that is too long for its field comes in another. */
    private static byte[] payload(DeliverSm delivered) {
        var beside = delivered.getOptionalParameter(OptionalParameter.Message_payload.class);
        return beside == null ? delivered.getShortMessage() : beside.getValue();
    }

    /** SMPP 3.4, 5.2.19; 15 is what operators in China use for GB. */
    private Charset charset(byte dataCoding) {
        return switch (dataCoding) {
            case 1 -> StandardCharsets.US_ASCII;
            case 8 -> StandardCharsets.UTF_16BE;
            case 15 -> Charset.forName("GBK");
            case 0 -> settings.defaultCharset();
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    private static Optional<String> first(Pattern what, String text) {
        var found = what.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private String number(String address) {
        var prefix = settings.numberPrefix();
        return !prefix.isEmpty() && address.startsWith(prefix) ? address.substring(prefix.length()) : address;
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}

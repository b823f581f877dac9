package org.minyi.channel.sms;

import java.nio.charset.Charset;
import java.time.Clock;

/** What a link hears, on its way into the inbox: every method returns when it is stored, and only then is it answered. */
public final class Hearing {

    private final String link;
    private final String serviceNumber;
    private final Clock clock;
    private final Together<DeliveryReport> reports;
    private final Together<IncomingSms> replies;
    private final Together<IncomingPart> parts;

    /**
     * What one link hears.
     *
     * @param serviceNumber what stands behind it in the number a citizen wrote to is the question's
     */
    public Hearing(String link, String serviceNumber, OperatorInbox inbox, Clock clock) {
        this.link = link;
        this.serviceNumber = serviceNumber;
        this.clock = clock;
        this.reports = new Together<>(inbox::reports);
        this.replies = new Together<>(inbox::replies);
        this.parts = new Together<>(inbox::parts);
    }

    /** An id of the operator's as we keep it: two operators may give the same. */
    public String gatewayId(String id) {
        return link + ":" + id;
    }

    /** What became of a message. */
    public void report(String id, String from, String to, DeliveryReport.Outcome outcome) {
        reports.store(new DeliveryReport(gatewayId(id), from, extension(to), outcome, clock.instant()));
    }

    /**
     * A citizen's message, or a part of one.
     *
     * @param id the operator's own; null where it gives none
     */
    public void hear(String id, String from, String to, UserData data, Charset charset) {
        var now = clock.instant();
        if (data.part().isPresent()) {
            var part = data.part().get();
            parts.store(new IncomingPart(
                    link,
                    from,
                    extension(to),
                    part.reference(),
                    part.parts(),
                    part.place(),
                    charset,
                    data.text(),
                    now));
        } else {
            replies.store(new IncomingSms(
                    id == null ? null : gatewayId(id), from, extension(to), new String(data.text(), charset), now));
        }
    }

    private String extension(String to) {
        return to.startsWith(serviceNumber) ? to.substring(serviceNumber.length()) : "";
    }
}

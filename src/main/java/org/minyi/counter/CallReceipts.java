package org.minyi.counter;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.minyi.complaint.Channel;
import org.minyi.complaint.ComplaintRaised;
import org.minyi.complaint.Complaints;
import org.minyi.hotline.HotlineCalls;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Receipts that are read out on the telephone: an officer who stays unnamed has nothing else to ask with. Whoever speaks to
 * them reads it before anything is raised, and it is kept once something is.
 */
@Service
public class CallReceipts {

    private static final Set<Channel> HOTLINES = EnumSet.of(Channel.HOTLINE, Channel.POLICE_HOTLINE);

    private final Receipts receipts;
    private final Complaints complaints;

    CallReceipts(Receipts receipts, Complaints complaints) {
        this.receipts = receipts;
        this.complaints = complaints;
    }

    /** What to read out while the call is open. */
    public ReceiptCode toReadOut(UUID call) {
        return receipts.foreseen(HotlineCalls.CALL + call);
    }

    @EventListener
    void on(ComplaintRaised raised) {
        if (HOTLINES.contains(raised.channel())) {
            var reference = complaints.find(raised.complaint()).orElseThrow().reference();
            if (reference != null && reference.startsWith(HotlineCalls.CALL)) {
                receipts.make(raised.complaint(), reference);
            }
        }
    }
}

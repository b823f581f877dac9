package org.minyi.complaint;

import org.minyi.organisation.UnitCode;
import org.minyi.workorder.LateDissatisfaction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who answers badly when their work order has closed without them gets a new matter, exactly one: no order listens any
 * more, and the person is phoned as after a survey.
 */
@Component
class UnhappyAfterClosing {

    private final Complaints complaints;

    UnhappyAfterClosing(Complaints complaints) {
        this.complaints = complaints;
    }

    @EventListener
    void on(LateDissatisfaction late) {
        var given = late.answer();
        var respondent = late.order().matter().respondent();
        complaints.raise(new RaisedMatter(
                Channel.SMS,
                given.question().toString(),
                Kind.COMPLAINT,
                null,
                given.person(),
                given.line(),
                given.words(),
                null,
                code(respondent.unit()),
                respondent.officer(),
                Channel.SMS.code()));
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }
}

package org.minyi.exchange.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.complaint.Complaint;
import org.minyi.complaint.ComplaintId;
import org.minyi.complaint.Complaints;
import org.minyi.desk.MatterFacts;
import org.minyi.exchange.Letter;
import org.minyi.exchange.LetterDead;
import org.minyi.organisation.Desk;
import org.minyi.organisation.Impartiality;
import org.minyi.organisation.Role;
import org.minyi.organisation.Units;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings a message that went no further to the desk of triage, or whoever is impartial instead; in one transaction. */
@Component
class LettersLaid {

    private final RuntimeService runtime;
    private final Complaints complaints;
    private final Impartiality impartiality;
    private final Units units;

    LettersLaid(RuntimeService runtime, Complaints complaints, Impartiality impartiality, Units units) {
        this.runtime = runtime;
        this.complaints = complaints;
        this.impartiality = impartiality;
        this.units = units;
    }

    @EventListener
    void on(LetterDead laid) {
        var letter = laid.letter();
        var triage = new Desk(Role.TRIAGE, units.centre().code());
        var matter = letter.matter() == null
                ? null
                : complaints.find(new ComplaintId(letter.matter())).orElseThrow();
        var desk = matter == null
                ? triage
                : impartiality.insteadOf(triage, matter.respondentUnit(), matter.respondentOfficer());
        var variables = matter == null ? Variables.createVariables() : facts(matter);
        runtime.startProcessInstanceByKey(DeadLetterProcess.ID, letter.id().toString(), told(letter, desk, variables));
    }

    private static VariableMap told(Letter letter, Desk desk, VariableMap variables) {
        if (letter.matter() == null) {
            DeadLetterProcess.MATTER_ID.with(null, variables);
        }
        DeadLetterProcess.PART.with(letter.id().toString(), variables);
        DeadLetterProcess.LETTER_GROUP.with(desk.group(), variables);
        DeadLetterProcess.LETTER_PEER.with(letter.peer(), variables);
        DeadLetterProcess.LETTER_WAY.with(letter.way().name(), variables);
        DeadLetterProcess.LETTER_KIND.with(letter.kind().name(), variables);
        return DeadLetterProcess.LETTER_REASON.with(letter.reason(), variables);
    }

    private static VariableMap facts(Complaint matter) {
        return new MatterFacts(
                        matter.id().value(),
                        matter.number(),
                        matter.title(),
                        null,
                        null,
                        matter.respondentUnit(),
                        matter.respondentOfficer())
                .variables(1);
    }
}

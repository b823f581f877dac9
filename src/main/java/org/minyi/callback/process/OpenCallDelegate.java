package org.minyi.callback.process;

import static org.minyi.callback.process.ReturnCallProcess.ATTEMPT;
import static org.minyi.callback.process.ReturnCallProcess.BEFORE_ANY_UNIT_ACTED;
import static org.minyi.callback.process.ReturnCallProcess.CALL_ID;
import static org.minyi.callback.process.ReturnCallProcess.MATTER_ID;
import static org.minyi.callback.process.ReturnCallProcess.PERSON_ID;
import static org.minyi.callback.process.ReturnCallProcess.ROUND;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.callback.ReturnCalls;
import org.minyi.citizen.PersonId;
import org.springframework.stereotype.Component;

/** Opens the call of this matter and round. */
@Component
class OpenCallDelegate implements JavaDelegate {

    private final ReturnCalls calls;

    OpenCallDelegate(ReturnCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var matter = UUID.fromString(MATTER_ID.on(execution).get());
        var person = PERSON_ID.on(execution).optional().map(PersonId::of).orElseGet(() -> calls.callee(matter));
        PERSON_ID.on(execution).set(person.toString());
        var round = ROUND.on(execution).optional().orElse(BEFORE_ANY_UNIT_ACTED);
        var call = calls.open(matter, round, person);
        CALL_ID.on(execution).set(call.toString());
        ROUND.on(execution).set(round);
        ATTEMPT.on(execution).set(0);
    }
}

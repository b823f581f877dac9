package org.minyi.survey.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.survey.ContactToPhone;
import org.minyi.survey.Waves;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the room's processes when the room says that they are wanted, in the same transaction. */
@Component
class WaveStarter {

    private final RuntimeService runtime;

    WaveStarter(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(Waves.WaveWanted wanted) {
        var variables = Variables.createVariables();
        SurveyWaveProcess.DAY.with(wanted.day().toString(), variables);
        SurveyWaveProcess.STARTED_BY.with(wanted.startedBy(), variables);
        runtime.startProcessInstanceByKey(SurveyWaveProcess.ID, wanted.wave().toString(), variables);
    }

    @EventListener
    void on(ContactToPhone wanted) {
        var contact = wanted.contact();
        var variables = Variables.createVariables();
        PhoneQuestionProcess.MATTER_ID.with(contact.id().toString(), variables);
        PhoneQuestionProcess.MATTER_TITLE.with(wanted.title(), variables);
        PhoneQuestionProcess.PERSON_ID.with(contact.person().toString(), variables);
        PhoneQuestionProcess.QUESTION_ID.with(wanted.question().toString(), variables);
        PhoneQuestionProcess.PHONE_REASON.with(wanted.reason().name(), variables);
        PhoneQuestionProcess.ROUND.with(0, variables);
        runtime.startProcessInstanceByKey(PhoneQuestionProcess.ID, contact.id().toString(), variables);
    }
}

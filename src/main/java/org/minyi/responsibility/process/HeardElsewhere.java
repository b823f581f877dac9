package org.minyi.responsibility.process;

import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.minyi.organisation.MemberLeft;
import org.minyi.organisation.MemberMoved;
import org.minyi.organisation.UnitDesks;
import org.minyi.responsibility.Responsibilities;
import org.minyi.responsibility.ResponsibilityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A verdict on a person follows the person: whoever moves is heard where they are now. For whoever leaves their unit
 * answers. What lay on a desk stays behind; that is done first, so this comes at the end of the transaction.
 */
@Component
class HeardElsewhere {

    private static final String ANSWERING = "userTask_answerVerdict";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Responsibilities responsibilities;
    private final UnitDesks desks;
    private final ProcessEngineConfigurationImpl engine;

    HeardElsewhere(
            TaskService tasks,
            RuntimeService runtime,
            Responsibilities responsibilities,
            UnitDesks desks,
            ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.responsibilities = responsibilities;
        this.desks = desks;
        this.engine = engine;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(MemberMoved moved) {
        var user = moved.now().userId();
        eachVerdictOn(user, task -> tasks.addCandidateUser(task.getId(), user));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(MemberLeft left) {
        eachVerdictOn(left.member().userId(), task -> tasks.addCandidateGroup(task.getId(), desk(task)));
    }

    private void eachVerdictOn(String user, Consumer<Task> offer) {
        engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    tasks.createTaskQuery()
                            .processDefinitionKey(ResponsibilityProcess.ID)
                            .taskDefinitionKey(ANSWERING)
                            .processVariableValueEquals(ResponsibilityProcess.ANSWER_USER.name(), user)
                            .list()
                            .forEach(offer);
                    return null;
                }));
    }

    private String desk(Task task) {
        var id = ResponsibilityId.of(runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        return desks.answering(responsibilities.get(id).unit()).group();
    }
}

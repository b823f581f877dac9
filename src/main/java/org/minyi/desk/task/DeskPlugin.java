package org.minyi.desk.task;

import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_ASSIGNMENT;
import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_COMPLETE;
import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_CREATE;
import static org.camunda.bpm.engine.delegate.TaskListener.EVENTNAME_DELETE;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does for every user task of every drawing what the drawings therefore need not say. */
@Component
class DeskPlugin extends AbstractProcessEnginePlugin {

    private final DueDate dueDate;
    private final Recusal recusal;
    private final UnitFence fence;
    private final ObjectProvider<Evidence> evidence;

    DeskPlugin(DueDate dueDate, Recusal recusal, UnitFence fence, ObjectProvider<Evidence> evidence) {
        this.evidence = evidence;
        this.dueDate = dueDate;
        this.recusal = recusal;
        this.fence = fence;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        Optional.ofNullable(configuration.getCustomPreBPMNParseListeners()).ifPresent(listeners::addAll);
        listeners.add(new EveryUserTask());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    /** Listeners of the engine's own kind: nobody can skip them. */
    private final class EveryUserTask extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var process = (ProcessDefinitionEntity) activity.getProcessDefinition();
            var step = Step.of(process.getKey(), activity.getId());
            var behaviour = (UserTaskActivityBehavior) activity.getActivityBehavior();
            activity.setActivityBehavior(new UserTaskActivityBehavior(
                    new ImpartialOffer(step, recusal, fence, behaviour.getTaskDecorator())));
            var task = behaviour.getTaskDefinition();
            task.addBuiltInTaskListener(EVENTNAME_CREATE, created -> dueDate.begin(step, created));
            task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, assigned -> {
                recusal.admit(step, assigned.getAssignee(), assigned);
                if (assigned.getAssignee() != null) {
                    fence.admitUser(step, assigned.getAssignee(), assigned);
                }
                keep(Deed.TASK_CLAIMED, step, assigned, doneBy(assigned));
            });
            task.addBuiltInTaskListener(EVENTNAME_COMPLETE, done -> {
                var by = doneBy(done);
                recusal.admit(step, by, done);
                TaskVariables.DONE_BY.on(done).set(by);
                keep(Deed.TASK_COMPLETED, step, done, by);
                dueDate.end(done);
            });
            task.addBuiltInTaskListener(EVENTNAME_DELETE, dueDate::end);
        }
    }

    private void keep(Deed deed, Step step, DelegateTask task, String by) {
        var matter = TaskVariables.MATTER_ID.on(task).optional();
        evidence.getObject()
                .keep(Fact.of(deed, by == null ? Fact.MINYI : by)
                        .about(matter.flatMap(DeskPlugin::id).orElse(null))
                        .witness("task", task.getId())
                        .with("step", step.name())
                        .witness("assignee", task.getAssignee()));
    }

    /** A process of somebody's own may call something else its matter. */
    private static Optional<UUID> id(String matter) {
        return matter.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(matter))
                : Optional.empty();
    }

    /** Whoever is logged in; a task completed by the house's own Java was done by its assignee. */
    private static String doneBy(DelegateTask task) {
        return Optional.ofNullable(
                        task.getProcessEngineServices().getIdentityService().getCurrentAuthentication())
                .map(login -> login.getUserId())
                .orElse(task.getAssignee());
    }
}

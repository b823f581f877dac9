package org.minyi.desk.task;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.minyi.calendar.Deadline;
import org.minyi.calendar.DeadlinesMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries a deadline that moved to the task on the desk, and to the timers at its edge that wait for the same deadline: a
 * step has one clock. Such a timer says so in the drawing, {@code limit} = {@code time-limit: drawing.step} of its task.
 */
@Component
class ClocksMoved {

    private static final String LIMIT = "limit";

    private final TaskService tasks;
    private final ManagementService jobs;
    private final RepositoryService drawings;
    private final ProcessEngineConfigurationImpl engine;

    ClocksMoved(
            TaskService tasks,
            ManagementService jobs,
            RepositoryService drawings,
            ProcessEngineConfigurationImpl engine) {
        this.tasks = tasks;
        this.jobs = jobs;
        this.drawings = drawings;
        this.engine = engine;
    }

    @EventListener
    void on(DeadlinesMoved moved) {
        engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> {
                    moved.deadlines().stream()
                            .filter(deadline -> deadline.desk() != null)
                            .forEach(this::carry);
                    return null;
                }));
    }

    private void carry(Deadline deadline) {
        var task = tasks.createTaskQuery().taskId(deadline.desk().task()).singleResult();
        if (task == null) {
            return;
        }
        var due = Date.from(deadline.due());
        tasks.setDueDate(task.getId(), due);
        var timers = timersOf(task);
        jobs.createJobQuery().timers().executionId(task.getExecutionId()).list().stream()
                .filter(job -> timers.contains(jobs.createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()))
                .forEach(job -> jobs.setJobDuedate(job.getId(), due, false));
    }

    /** The events at the edge of the task that wait for its own deadline. */
    private Set<String> timersOf(Task task) {
        var drawing = drawings.getBpmnModelInstance(task.getProcessDefinitionId());
        var step = Step.of(
                drawings.getProcessDefinition(task.getProcessDefinitionId()).getKey(), task.getTaskDefinitionKey());
        return drawing.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(task.getTaskDefinitionKey()))
                .filter(event -> event.getExtensionElements() != null
                        && event
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaProperties.class)
                                .list()
                                .stream()
                                .flatMap(all -> all.getCamundaProperties().stream())
                                .anyMatch(one -> isLimit(one, step)))
                .map(BoundaryEvent::getId)
                .collect(Collectors.toSet());
    }

    private static boolean isLimit(CamundaProperty property, Step step) {
        return LIMIT.equals(property.getCamundaName())
                && ("time-limit: " + step.name()).equals(property.getCamundaValue());
    }
}

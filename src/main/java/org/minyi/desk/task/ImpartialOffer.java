package org.minyi.desk.task;

import java.util.Collection;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDecorator;

/**
 * Offers a new task to those who may have it. This must happen before the engine writes the drawing's candidates: an
 * offer taken back in the same step stays, and with it the right to do the task.
 */
final class ImpartialOffer extends TaskDecorator {

    private final Step step;
    private final Recusal recusal;

    ImpartialOffer(Step step, Recusal recusal, TaskDecorator drawing) {
        super(drawing.getTaskDefinition(), drawing.getExpressionManager());
        this.step = step;
        this.recusal = recusal;
    }

    @Override
    protected void initializeTaskCandidateGroups(TaskEntity task, VariableScope matter) {
        var groups = new TreeSet<String>();
        for (var drawn : taskDefinition.getCandidateGroupIdExpressions()) {
            var value = drawn.getValue(matter);
            if (value instanceof String text) {
                groups.addAll(extractCandidates(text));
            } else if (value instanceof Collection<?> many) {
                many.forEach(one -> groups.add((String) one));
            } else {
                throw new IllegalStateException(
                        "the candidate groups of " + step.name() + " are neither text nor texts");
            }
        }
        var offer = recusal.offer(step, matter, groups);
        offer.groups().forEach(task::addCandidateGroup);
        offer.users().forEach(task::addCandidateUser);
    }
}

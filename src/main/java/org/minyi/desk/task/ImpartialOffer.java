package org.minyi.desk.task;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.Expression;
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
    private final UnitFence fence;

    ImpartialOffer(Step step, Recusal recusal, UnitFence fence, TaskDecorator drawing) {
        super(drawing.getTaskDefinition(), drawing.getExpressionManager());
        this.step = step;
        this.recusal = recusal;
        this.fence = fence;
    }

    @Override
    protected void initializeTaskCandidateGroups(TaskEntity task, VariableScope matter) {
        var groups = named(taskDefinition.getCandidateGroupIdExpressions(), matter);
        groups.forEach(group -> fence.admitGroup(step, group, matter));
        var offer = recusal.offer(step, matter, groups);
        offer.groups().forEach(task::addCandidateGroup);
        offer.users().forEach(task::addCandidateUser);
    }

    @Override
    protected void initializeTaskCandidateUsers(TaskEntity task, VariableScope matter) {
        var users = named(taskDefinition.getCandidateUserIdExpressions(), matter);
        users.forEach(user -> fence.admitUser(step, user, matter));
        users.forEach(task::addCandidateUser);
    }

    @Override
    protected void initializeTaskAssignee(TaskEntity task, VariableScope matter) {
        super.initializeTaskAssignee(task, matter);
        if (task.getAssignee() != null) {
            fence.admitUser(step, task.getAssignee(), matter);
        }
    }

    private Set<String> named(Collection<Expression> drawn, VariableScope matter) {
        var names = new TreeSet<String>();
        for (var expression : drawn) {
            var value = expression.getValue(matter);
            if (value instanceof String text) {
                // Nobody of this kind: others are named beside.
                names.addAll(text.isBlank() ? List.of() : extractCandidates(text));
            } else if (value instanceof Collection<?> many) {
                many.forEach(one -> names.add((String) one));
            } else {
                throw new IllegalStateException("the candidates of " + step.name() + " are neither text nor texts");
            }
        }
        return names;
    }
}

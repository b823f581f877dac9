package org.minyi.hotline.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.minyi.hotline.CallsInHand;
import org.springframework.stereotype.Component;

/** The calls on people's desks, as the engine knows them. */
@Component
class EngineCalls implements CallsInHand {

    private final TaskService tasks;

    EngineCalls(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<InHand> of(String user) {
        return newest(user, HotlineProcess.CALL)
                .map(task -> new InHand(task.getId(), false))
                .or(() -> newest(user, HotlineProcess.POLICE).map(task -> new InHand(task.getId(), true)));
    }

    private Optional<Task> newest(String user, String process) {
        return tasks
                .createTaskQuery()
                .processDefinitionKey(process)
                .taskAssignee(user)
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }
}

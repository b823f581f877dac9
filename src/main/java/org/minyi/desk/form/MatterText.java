package org.minyi.desk.form;

import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.minyi.citizen.PersonId;

/** Texts of the matter a task belongs to. Whether the task may be seen is decided by whoever asks. */
final class MatterText {

    private MatterText() {}

    static Optional<String> ofTask(CommandExecutor engine, String taskId, String variable) {
        return engine.execute(command -> {
            var task = command.getTaskManager().findTaskById(taskId);
            return task != null && task.getVariable(variable) instanceof String text
                    ? Optional.of(text)
                    : Optional.empty();
        });
    }

    /** Whom the matter is about; null where nobody knows. */
    static PersonId personOfTask(CommandExecutor engine, String taskId) {
        return ofTask(engine, taskId, "personId").map(PersonId::of).orElse(null);
    }
}

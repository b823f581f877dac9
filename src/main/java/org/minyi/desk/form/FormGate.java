package org.minyi.desk.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.minyi.desk.OwnNames;

/**
 * Lets people bring into a matter what the form in force asks for, and nothing else: whoever could write any variable
 * could send a matter to their own desk, or take their own name out of it. Minyi's own steps bring what they need; they
 * run inside a step of the engine, or with nobody logged in.
 */
final class FormGate {

    private final CommandExecutor engine;

    FormGate(CommandExecutor engine) {
        this.engine = engine;
    }

    static Collection<String> names(Map<String, ?> brought) {
        return brought == null ? List.of() : brought.keySet();
    }

    /** Refuses what the task's form does not ask for; a task without a form takes nothing. */
    void admitToTask(String taskId, Collection<String> brought) {
        if (isForSomebody() && !brought.isEmpty()) {
            admit(brought, fields(new GetTaskFormCmd(taskId), new GetDeployedTaskFormCmd(taskId)));
        }
    }

    /** Refuses what the form that starts the process does not ask for. */
    void admitToStart(Supplier<String> processDefinitionId, Collection<String> brought) {
        if (isForSomebody() && !brought.isEmpty()) {
            var id = processDefinitionId.get();
            admit(brought, fields(new GetStartFormCmd(id), new GetDeployedStartFormCmd(id)));
        }
    }

    /** Refuses somebody logged in altogether. */
    void shut(String why) {
        if (isForSomebody()) {
            throw new BadUserRequestException(why);
        }
    }

    private boolean isForSomebody() {
        return Context.getCommandContext() == null
                && engine.execute(command -> command.getAuthenticatedUserId()) != null;
    }

    private static void admit(Collection<String> brought, Set<String> fields) {
        // A form that lies in the database unread may ask for anything.
        brought.stream()
                .filter(name -> !fields.contains(name) || OwnNames.isForNoField(name))
                .findFirst()
                .ifPresent(foreign -> {
                    // Of all refusals the one that the engine's REST interface answers with 400 and our words.
                    throw new FormFieldValidationException(
                            foreign,
                            "'%s' is no field of this form: a step takes what its form asks for".formatted(foreign));
                });
    }

    private Set<String> fields(Command<? extends FormData> drawn, Command<InputStream> deployed) {
        var fields = new HashSet<String>();
        var form = engine.execute(drawn);
        if (form == null) {
            return fields;
        }
        form.getFormFields().stream().map(FormField::getId).forEach(fields::add);
        if (form.getFormKey() != null || form.getCamundaFormRef() != null) {
            fields.addAll(FormFields.in(text(engine.execute(deployed))));
        }
        return fields;
    }

    private static String text(InputStream form) {
        try (form) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a deployed form cannot be read", unreadable);
        }
    }
}

package org.minyi.desk.guard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * Does with an attack what an engine does with a model in its life: deploys it, starts it, looks at its forms, runs its
 * jobs, completes its tasks, sends what it waits for, asks its tables; and looks whether anything of the attacker's
 * happened.
 */
final class Strike {

    static final String SIGN = "struck";

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private final ProcessEngine engine;
    private final Set<String> stored = new TreeSet<>();
    private final Set<String> formsShown = new TreeSet<>();

    Strike(ProcessEngine engine) {
        this.engine = engine;
    }

    /** A process that another matter is in, with something the attacker must not read, and that can be called. */
    void prepare() {
        engine.getRepositoryService()
                .createDeployment()
                .name("target")
                .addModelInstance(
                        "target.bpmn",
                        Bpmn.createExecutableProcess("target")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .receiveTask()
                                .message("never")
                                .endEvent()
                                .done())
                .deploy();
        engine.getRepositoryService()
                .createDeployment()
                .name("other")
                .addModelInstance(
                        "other.bpmn",
                        Bpmn.createExecutableProcess("other")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .manualTask()
                                .camundaAsyncBefore()
                                .endEvent()
                                .done())
                .deploy();
        engine.getRuntimeService().startProcessInstanceByKey("other", Map.of("secret", "of another matter"));
    }

    /** Whether the attack came through: a hit on the class, a file, a property, a variable written. */
    boolean hits(Attack attack) {
        forget();
        String deployment = null;
        try {
            deployment = deploy(attack);
            stored.add(attack.name());
            run(deployment);
        } catch (RuntimeException | StackOverflowError refused) {
            // A refusal is no hit; what was done before it is counted below.
        }
        var hit = isStruck();
        if (deployment != null) {
            var stored = deployment;
            quietly(() -> engine.getRepositoryService().deleteDeployment(stored, true));
        }
        return hit;
    }

    /** The attacks that the engine took; what is refused as it is handed in strikes at nothing. */
    Set<String> stored() {
        return stored;
    }

    /** The tasks, by their process, whose form was handed out. */
    Set<String> formsShown() {
        return formsShown;
    }

    /** A form alone is looked at by nobody: it comes with a task that asks for it. */
    private String deploy(Attack attack) {
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .name("attack")
                .addInputStream(attack.file(), new ByteArrayInputStream(attack.bytes()));
        if (attack.file().endsWith(".form")) {
            var id = ID.matcher(attack.content());
            deployment.addModelInstance(
                    "asks.bpmn",
                    Bpmn.createExecutableProcess("asks")
                            .camundaHistoryTimeToLiveString("P1D")
                            .startEvent()
                            .userTask()
                            .camundaFormRef(id.find() ? id.group(1) : "attack")
                            .camundaFormRefBinding("deployment")
                            .endEvent()
                            .done());
        }
        return deployment.deploy().getId();
    }

    private void run(String deployment) {
        var variables = Map.<String, Object>of("words", "some words");
        var drawings = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .list();
        for (var drawing : drawings) {
            quietly(() -> engine.getFormService().getStartFormData(drawing.getId()));
            quietly(() -> engine.getFormService().getRenderedStartForm(drawing.getId()));
            quietly(() -> engine.getRuntimeService().startProcessInstanceById(drawing.getId(), "key", variables));
            quietly(() -> engine.getFormService().submitStartForm(drawing.getId(), Map.of("f", "x")));
            for (int round = 0; round < 3; round++) {
                step(drawing.getId());
            }
        }
        engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .list()
                .forEach(table -> quietly(() -> engine.getDecisionService()
                        .evaluateDecisionById(table.getId())
                        .variables(Variables.fromMap(variables))
                        .evaluate()));
    }

    private void step(String drawing) {
        engine.getManagementService()
                .createJobQuery()
                .processDefinitionId(drawing)
                .list()
                .forEach(job -> quietly(() -> engine.getManagementService().executeJob(job.getId())));
        quietly(() ->
                engine.getTaskService().createTaskQuery().initializeFormKeys().list());
        engine.getTaskService()
                .createTaskQuery()
                .processDefinitionId(drawing)
                .list()
                .forEach(task -> {
                    quietly(() -> engine.getFormService().getTaskFormData(task.getId()));
                    quietly(() -> engine.getFormService().getRenderedTaskForm(task.getId()));
                    quietly(() -> {
                        engine.getFormService().getDeployedTaskForm(task.getId());
                        formsShown.add(drawing);
                    });
                    quietly(() -> engine.getFormService().getTaskFormVariables(task.getId()));
                    quietly(() -> engine.getFormService().submitTaskForm(task.getId(), Map.of("f", "x")));
                    quietly(() -> engine.getTaskService().complete(task.getId()));
                });
        quietly(() ->
                engine.getRuntimeService().createMessageCorrelation("never").correlateAllWithResult());
        engine.getRuntimeService()
                .createExecutionQuery()
                .processDefinitionId(drawing)
                .list()
                .forEach(execution -> {
                    quietly(() -> engine.getRuntimeService().setVariable(execution.getId(), "tick", System.nanoTime()));
                    quietly(() -> engine.getRuntimeService().signal(execution.getId()));
                });
    }

    private static void quietly(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException | StackOverflowError refused) {
            // Most of what an attacker tries fails; the hits are counted.
        }
    }

    private void forget() {
        Struck.HITS.set(0);
        System.clearProperty(SIGN);
        engine.getManagementService().deleteProperty(SIGN);
        // A process that was called is not deleted with the drawing that called it.
        said().forEach(variable -> engine.getHistoryService().deleteHistoricVariableInstance(variable.getId()));
        try {
            Files.deleteIfExists(Attacks.MARK);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private boolean isStruck() {
        return Struck.HITS.get() > 0
                || System.getProperty(SIGN) != null
                || Files.exists(Attacks.MARK)
                || engine.getManagementService().getProperties().containsKey(SIGN)
                || engine.getHistoryService()
                                .createHistoricVariableInstanceQuery()
                                .variableName(SIGN)
                                .count()
                        > 0
                || said().count() > 0;
    }

    /** What only Minyi's own steps say, said by the attacker. */
    private Stream<HistoricVariableInstance> said() {
        return Stream.of("doneBy", "matterId", "personId", "respondentOfficer", "handlingUnit", "callWordsId")
                .flatMap(name -> engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableValueEquals(name, SIGN)
                        .list()
                        .stream());
    }
}

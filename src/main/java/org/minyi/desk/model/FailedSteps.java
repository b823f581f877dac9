package org.minyi.desk.model;

import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Steps that failed at every try: their matters stand still until somebody sends them on. */
@Component
class FailedSteps {

    private static final int LOOKED_AT = 1000;

    private final RuntimeService runtime;
    private final RepositoryService repository;

    FailedSteps(RuntimeService runtime, RepositoryService repository) {
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Which steps of which drawings, and how many matters stand there; empty when none does. */
    Optional<String> words() {
        var open = runtime.createIncidentQuery().count();
        if (open == 0) {
            return Optional.empty();
        }
        // A failure within a called process is reported by its callers as well.
        var steps = runtime.createIncidentQuery().listPage(0, LOOKED_AT).stream()
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .collect(Collectors.groupingBy(this::step, java.util.TreeMap::new, Collectors.counting()));
        return Optional.of(steps.entrySet().stream()
                .map(step -> step.getKey() + " (" + step.getValue() + ")")
                .collect(Collectors.joining(", ", "Steps failed at every try and their matters stand still: ", ".")));
    }

    private String step(Incident incident) {
        return Optional.ofNullable(incident.getProcessDefinitionId())
                .map(id -> repository.getProcessDefinition(id).getKey() + "/" + incident.getActivityId())
                .orElse(incident.getIncidentType());
    }
}

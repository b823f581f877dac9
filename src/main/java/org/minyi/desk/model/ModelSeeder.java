package org.minyi.desk.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, tables and forms as delivered, once: only those whose key the engine has never seen. Neither a
 * restart nor a newer jar touches what a process owner has made of them since (ENGINE.md section 4). File name and key
 * are the same word, which the conventions of the drawings check.
 */
@Component
class ModelSeeder implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSeeder.class);

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final ResourcePatternResolver jar;

    ModelSeeder(RepositoryService repository, ProcessEngineConfigurationImpl engine, ResourcePatternResolver jar) {
        this.repository = repository;
        this.engine = engine;
        this.jar = jar;
    }

    /** Before the first request and the first job. */
    @Override
    public void afterSingletonsInstantiated() {
        seed();
    }

    /** All of it as one deployment, so that a drawing never stands without its forms. */
    void seed() {
        var missing = new ArrayList<Resource>();
        missing.addAll(unknown("processes", "bpmn", among(processes())));
        missing.addAll(unknown("processes", "dmn", among(decisions())));
        missing.addAll(unknown("forms", "form", this::isKnownForm));
        if (missing.isEmpty()) {
            return;
        }
        // No duplicate filter: it would compare this deployment with an owner's of the same name.
        var deployment =
                repository.createDeployment().name("Minyi as delivered").source("minyi");
        for (var file : missing) {
            try (var content = file.getInputStream()) {
                deployment.addInputStream(pathOf(file), content);
            } catch (IOException unreadable) {
                throw new IllegalStateException("cannot read " + file, unreadable);
            }
        }
        deployment.deploy();
        LOG.info("deployed {} models, tables and forms as delivered", missing.size());
    }

    private List<Resource> unknown(String folder, String ending, Predicate<String> known) {
        try {
            return Arrays.stream(jar.getResources("classpath*:%s/**/*.%s".formatted(folder, ending)))
                    .filter(file -> !known.test(file.getFilename().replaceFirst("\\.[a-z]+$", "")))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot list the " + folder, unreadable);
        }
    }

    private Collection<? extends ResourceDefinition> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().unlimitedList();
    }

    private Collection<? extends ResourceDefinition> decisions() {
        return repository.createDecisionDefinitionQuery().latestVersion().unlimitedList();
    }

    private static Predicate<String> among(Collection<? extends ResourceDefinition> definitions) {
        Set<String> keys = definitions.stream().map(ResourceDefinition::getKey).collect(Collectors.toSet());
        return keys::contains;
    }

    /** The engine has no public question for a form's key. */
    private boolean isKnownForm(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key) != null);
    }

    /** A file keeps its folder in the deployment: in a jar two files of one name would collide. */
    private static String pathOf(Resource file) throws IOException {
        var path = file.getURL().getPath();
        var start = Math.max(path.lastIndexOf("/processes/"), path.lastIndexOf("/forms/"));
        return path.substring(start + 1);
    }
}

package org.minyi.desk.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models, tables and forms as delivered: those whose key the engine has never seen, and those that stand as an
 * earlier jar delivered them while this one's are different. What a process owner has made of one stays; that it is not as
 * delivered is told in the log (docs/decisions/0021). File name and key are the same word, which the conventions of the
 * drawings check.
 */
@Component
class ModelSeeder implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelSeeder.class);

    /** The source of such a deployment, as the engine calls it; an owner's has none. */
    private static final String DELIVERED = "minyi";

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
        var standing = new Deployed(repository);
        var files = Stream.of(
                        compared("processes", "bpmn", standing, among(processes())),
                        compared("processes", "dmn", standing, among(decisions())),
                        compared("forms", "form", standing, this::form))
                .flatMap(List::stream)
                .filter(Compared::differs)
                .toList();
        var next = files.stream().filter(file -> !file.madeByAnOwner()).toList();
        if (!next.isEmpty()) {
            // No duplicate filter: it would compare this deployment with an owner's of the same name.
            var deployment =
                    repository.createDeployment().name("Minyi as delivered").source(DELIVERED);
            next.forEach(file -> deployment.addInputStream(file.path(), file.open()));
            deployment.deploy();
            LOG.info("deployed {} models, tables and forms as delivered", next.size());
        }
        var kept = files.stream()
                .filter(Compared::madeByAnOwner)
                .map(Compared::path)
                .toList();
        if (!kept.isEmpty()) {
            LOG.info("as their process owner made them, not as delivered: {}", kept);
        }
    }

    private List<Compared> compared(
            String folder, String ending, Deployed standing, Function<String, ResourceDefinition> latest) {
        try {
            return Arrays.stream(jar.getResources("classpath*:%s/**/*.%s".formatted(folder, ending)))
                    .map(file -> standing.beside(
                            file, latest.apply(file.getFilename().replaceFirst("\\.[a-z]+$", ""))))
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

    private static Function<String, ResourceDefinition> among(Collection<? extends ResourceDefinition> definitions) {
        var byKey = definitions.stream().collect(Collectors.toMap(ResourceDefinition::getKey, Function.identity()));
        return byKey::get;
    }

    /** The engine has no public question for a form's key. */
    private ResourceDefinition form(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
    }

    /** A file of the jar beside what the engine has of its key, which is null where it has nothing. */
    private record Compared(String path, String delivered, String standing, boolean madeByAnOwner) {

        boolean differs() {
            return !delivered.equals(standing);
        }

        ByteArrayInputStream open() {
            return new ByteArrayInputStream(delivered.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What stands in the deployments of the latest definitions; each deployment is read once, not each file. */
    private static final class Deployed {

        private final RepositoryService repository;
        private final List<String> delivered;
        private final Map<String, Map<String, String>> texts = new HashMap<>();

        Deployed(RepositoryService repository) {
            this.repository = repository;
            delivered = repository.createDeploymentQuery().deploymentSource(DELIVERED).list().stream()
                    .map(Deployment::getId)
                    .toList();
        }

        Compared beside(Resource file, ResourceDefinition latest) {
            try {
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                return latest == null
                        ? new Compared(pathOf(file), text, null, false)
                        : new Compared(pathOf(file), text, text(latest), !delivered.contains(latest.getDeploymentId()));
            } catch (IOException unreadable) {
                throw new IllegalStateException("cannot read " + file, unreadable);
            }
        }

        private String text(ResourceDefinition latest) {
            return texts.computeIfAbsent(latest.getDeploymentId(), this::read).get(latest.getResourceName());
        }

        private Map<String, String> read(String deployment) {
            return repository.getDeploymentResources(deployment).stream()
                    .collect(Collectors.toMap(
                            resource -> resource.getName(),
                            resource -> new String(resource.getBytes(), StandardCharsets.UTF_8)));
        }

        /** A file keeps its folder in the deployment: in a jar two files of one name would collide. */
        private static String pathOf(Resource file) throws IOException {
            var path = file.getURL().getPath();
            var start = Math.max(path.lastIndexOf("/processes/"), path.lastIndexOf("/forms/"));
            return path.substring(start + 1);
        }
    }
}

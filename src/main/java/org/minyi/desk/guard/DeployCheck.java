package org.minyi.desk.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Reads everything that is handed in before it is stored, by whatever way it comes, and refuses all of it with every
 * finding at once. Whoever handed it in reads the sentences.
 */
@Component
class DeployCheck implements Deployer {

    private static final int MOST_BYTES = 2_000_000;
    private static final int MOST_TOLD = 40;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N} _()/.-]+\\.(bpmn|bpmn20\\.xml|dmn|dmn11\\.xml|form)");

    private final XmlLaw drawing = law("drawing");
    private final XmlLaw table = law("table");
    private final KnownBeans known;
    private final boolean on;

    DeployCheck(KnownBeans known, @Value("${minyi.desk.check-models:true}") boolean on) {
        this.known = known;
        this.on = on;
    }

    /** Reading what is stored already, for a cache, changes nothing about it. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var findings = new ArrayList<String>();
        for (var file : new TreeMap<>(deployment.getResources()).entrySet()) {
            var path = file.getKey();
            findingsIn(path, file.getValue()).forEach(finding -> findings.add(path + ", " + finding.sentence()));
        }
        if (!findings.isEmpty()) {
            // Of the engine's refusals the one that its REST interface answers with 400 and our words.
            throw new BadUserRequestException("Nothing was stored. " + told(findings));
        }
    }

    private static String told(List<String> findings) {
        var all = String.join("; ", findings.subList(0, Math.min(MOST_TOLD, findings.size())));
        return findings.size() > MOST_TOLD ? all + "; and " + (findings.size() - MOST_TOLD) + " more" : all;
    }

    private List<Finding> findingsIn(String path, ResourceEntity file) {
        if (path.toLowerCase(Locale.ROOT).replaceFirst("(10|11)\\.xml$", "").endsWith("cmmn")) {
            return List.of(new Finding("the file", "there are no cases here, only drawings, tables and forms"));
        }
        return on ? check(path, file.getBytes()) : List.of();
    }

    List<Finding> check(String path, byte[] file) {
        if (!NAME.matcher(path).matches() || path.contains("..") || path.startsWith("/")) {
            return List.of(new Finding("the file", "a deployment holds .bpmn, .dmn and .form files, nothing else"));
        }
        if (file == null || file.length == 0 || file.length > MOST_BYTES) {
            return List.of(new Finding("the file", "it is empty or larger than 2 MB"));
        }
        if (path.endsWith(".form")) {
            return new FormCheck().check(file);
        }
        return path.endsWith(".dmn") || path.endsWith("dmn11.xml")
                ? new XmlCheck(table, XmlCheck.TABLE, known).check(file)
                : new XmlCheck(drawing, XmlCheck.DRAWING, known).check(file);
    }

    private static XmlLaw law(String name) {
        try {
            return new XmlLaw(
                    new ClassPathResource("models/" + name + ".allowed").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

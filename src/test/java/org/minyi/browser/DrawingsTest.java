package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minyi.NodeTools;

/**
 * Every model can be drawn. The pictures stand in target/drawings; {@code -Dminyi.draw=docs/images} puts them where
 * the documents show them.
 */
class DrawingsTest {

    @Test
    void every_model_can_be_drawn_without_a_warning() throws IOException {
        var folder = Path.of(System.getProperty("minyi.draw", "target/drawings"));
        Files.createDirectories(folder);
        try (var chromium = Chromium.start();
                var models = Files.walk(Path.of("src/main/resources/processes"))) {
            var page = chromium.browser().newPage();
            page.setContent("<div id='paper' style='height:900px'></div>");
            page.addScriptTag(new Page.AddScriptTagOptions()
                    .setPath(NodeTools.modules().resolve("bpmn-js/dist/bpmn-viewer.production.min.js")));
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var drawn = page.evaluate(
                        """
                        async xml => {
                          const viewer = new BpmnJS({container: '#paper'});
                          const {warnings} = await viewer.importXML(xml);
                          const {svg} = await viewer.saveSVG();
                          viewer.destroy();
                          return warnings.map(warning => warning.message).concat(svg);
                        }
                        """,
                        Files.readString(model));
                var answer = (List<?>) drawn;
                assertThat(answer).as(model.toString()).hasSize(1);
                var svg = answer.get(0).toString();
                Files.writeString(
                        folder.resolve(model.getFileName().toString().replace(".bpmn", ".svg")),
                        svg.replaceAll(
                                "(sequenceflow-end|messageflow-\\w+|association-\\w+|conditional-flow-marker|"
                                        + "conditional-default-flow-marker)-(\\w+-\\w+)-[a-z0-9]{20,}",
                                "$1-$2"));
            }
        }
    }
}

package org.minyi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.minyi.NodeTools;

/** Draws models as the Modeler shows them. */
final class Draftsman implements AutoCloseable {

    private static final Pattern MARKER = Pattern.compile("(?<=[\"#])marker-[a-z0-9]{20,}");

    private final Chromium chromium;
    private final Page page;

    Draftsman() {
        chromium = Chromium.start();
        page = chromium.browser().newPage();
        page.setContent("<div id='paper' style='height:900px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setPath(NodeTools.modules().resolve("bpmn-js/dist/bpmn-viewer.production.min.js")));
    }

    /** The picture of a model; fails with what the model's reader warns of. */
    String draw(String model) {
        var drawn = (List<?>) page.evaluate(
                """
                async xml => {
                  const viewer = new BpmnJS({container: '#paper'});
                  const {warnings} = await viewer.importXML(xml);
                  const {svg} = await viewer.saveSVG();
                  viewer.destroy();
                  return warnings.map(warning => warning.message).concat(svg);
                }
                """,
                model);
        assertThat(drawn).hasSize(1);
        return named(drawn.get(0).toString());
    }

    /** The ends of the arrows get names at random; in the order in which they come they are the same every time. */
    private static String named(String picture) {
        var names = new HashMap<String, String>();
        return MARKER.matcher(picture)
                .replaceAll(found -> names.computeIfAbsent(found.group(), name -> "marker-" + (names.size() + 1)));
    }

    @Override
    public void close() {
        chromium.close();
    }
}

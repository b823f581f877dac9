package org.minyi.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What a drawing says about an element, by the words that begin each part: {@code Who: … When: …}. */
final class Told {

    private static final Pattern PART =
            Pattern.compile("(?s)\\b(Purpose|Starts when|Ends when|Business key|Who|When|Result|If ignored):");

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Told(String documentation) {
        var found = PART.matcher(documentation).results().toList();
        for (var i = 0; i < found.size(); i++) {
            var end = i + 1 < found.size() ? found.get(i + 1).start() : documentation.length();
            parts.put(
                    found.get(i).group(1),
                    documentation.substring(found.get(i).end(), end).strip());
        }
    }

    static Told of(BaseElement element) {
        return new Told(documentation(element));
    }

    static String documentation(BaseElement element) {
        var written = element.getDocumentations().iterator();
        return written.hasNext() ? written.next().getTextContent().strip() : "";
    }

    /** Empty when it is not said. */
    String of(String part) {
        return parts.getOrDefault(part, "");
    }
}

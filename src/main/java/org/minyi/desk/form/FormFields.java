package org.minyi.desk.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;

/**
 * The fields a person can fill in a form: every key but those of disabled fields, which are only shown.
 */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormFields() {}

    static Set<String> in(String form) {
        var fields = new HashSet<String>();
        try {
            collect(JSON.readTree(form), fields);
            return fields;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a deployed form cannot be read", broken);
        }
    }

    private static void collect(JsonNode parent, Set<String> fields) {
        for (var component : parent.path("components")) {
            var path = component.path("path").asText();
            if (component.hasNonNull("key") && !component.path("disabled").asBoolean()) {
                fields.add(variable(component.get("key").asText()));
            }
            if (path.isEmpty()) {
                collect(component, fields);
            } else {
                // A group with a path is submitted as one variable.
                fields.add(variable(path));
            }
        }
    }

    /** {@code address.street} is submitted as a part of {@code address}. */
    private static String variable(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }
}

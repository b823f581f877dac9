package org.minyi.desk.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.minyi.desk.ChoiceList;
import org.minyi.desk.OpenForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says a form in its reader's language, and puts the lists it asks for into it when it is opened, and among the variables
 * where somebody asks for them by name. The form itself is where they must be: Tasklist opens a start form without asking
 * for any variable.
 */
@Component
class FormChoices {

    private final ObjectProvider<ChoiceList> lists;
    private final FormWords words;
    private final ObjectMapper json;

    FormChoices(ObjectProvider<ChoiceList> lists, FormWords words, ObjectMapper json) {
        this.lists = lists;
        this.words = words;
        this.json = json;
    }

    /** The form in its reader's language, with every select filled whose {@code valuesKey} names one of the lists. */
    InputStream filled(InputStream form, OpenForm open) {
        try (form) {
            var schema = json.readTree(form);
            words.translate(schema, open.reader());
            schema.findParents("valuesKey").forEach(select -> fill((ObjectNode) select, open));
            return new ByteArrayInputStream(json.writeValueAsBytes(schema));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a deployed form cannot be read", unreadable);
        }
    }

    private void fill(ObjectNode select, OpenForm open) {
        var wanted = select.get("valuesKey").asText();
        lists.stream().filter(list -> list.name().equals(wanted)).findFirst().ifPresent(list -> {
            select.remove("valuesKey");
            select.set("values", choices(list, open));
        });
    }

    /**
     * @param asked the names the form wants; null when it wants whatever there is, which is the stored variables only
     */
    VariableMap addTo(VariableMap variables, Collection<String> asked, OpenForm form) {
        if (asked != null) {
            lists.stream()
                    .filter(list -> asked.contains(list.name()))
                    .forEach(list -> variables.putValueTyped(
                            list.name(),
                            SpinValues.jsonValue(text(choices(list, form))).create()));
        }
        return variables;
    }

    private JsonNode choices(ChoiceList list, OpenForm open) {
        JsonNode choices = json.valueToTree(list.choices(open));
        words.translate(choices, open.reader());
        return choices;
    }

    private String text(JsonNode choices) {
        try {
            return json.writeValueAsString(choices);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of choices is always JSON", impossible);
        }
    }
}

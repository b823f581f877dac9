package org.minyi.desk.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.minyi.desk.Choice;
import org.minyi.desk.ChoiceList;
import org.minyi.desk.OpenForm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds the lists a form asks for to the variables it is opened with. */
@Component
class FormChoices {

    private final ObjectProvider<ChoiceList> lists;
    private final ObjectMapper json;

    FormChoices(ObjectProvider<ChoiceList> lists, ObjectMapper json) {
        this.lists = lists;
        this.json = json;
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
                            SpinValues.jsonValue(text(list.choices(form))).create()));
        }
        return variables;
    }

    private String text(List<Choice> choices) {
        try {
            return json.writeValueAsString(choices);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of choices is always JSON", impossible);
        }
    }
}

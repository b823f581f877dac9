package org.minyi.docs;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * Where the limit of a timer comes from, as its extension property {@code limit} says: {@code time-limit:
 * work-order.rectify}, a table and in it a step, a column or words; or {@code setting: minyi.survey.daily-at}.
 *
 * @param source the table, or {@code setting}
 * @param key the step, the column, the words or the setting
 */
public record TimerLimit(String source, String key) {

    private static final String SETTING = "setting";

    /** Nothing when the event does not say. */
    public static Optional<TimerLimit> of(CatchEvent event) {
        return Optional.ofNullable(event.getExtensionElements()).stream()
                .flatMap(more -> more.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "limit".equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(TimerLimit::of)
                .findFirst();
    }

    private static TimerLimit of(String written) {
        var parts = written.split(":", 2);
        return new TimerLimit(parts[0].strip(), parts.length == 1 ? "" : parts[1].strip());
    }

    boolean isSetting() {
        return source.equals(SETTING);
    }

    /** What is wrong with it; nothing when it leads somewhere. */
    public Optional<String> objection(RuleTables tables) {
        if (key.isEmpty()) {
            return Optional.of("'%s': a limit is written 'table: row' or 'setting: name'".formatted(source));
        }
        if (isSetting()) {
            return Settings.unset(key).isPresent() ? Optional.empty() : Optional.of("there is no setting " + key);
        }
        var table = tables.find(source);
        if (table.isEmpty()) {
            return Optional.of("there is no table " + source);
        }
        return table.get().limitsSteps() && !table.get().names(key)
                ? Optional.of("%s has no row for %s".formatted(source, key))
                : Optional.empty();
    }
}

package org.minyi.desk.guard;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses the few things the engine would do while it merely reads a drawing, or hand to a browser without looking: load
 * and make a class by name, run a shell, send a mail, name a form that is not a form of ours; and what a drawing would
 * say in the place of Minyi's own steps. It holds for drawings that
 * lie in the database as well as for new ones.
 */
final class GuardedParse extends BpmnParse {

    private static final Set<String> NAMES_A_CLASS =
            Set.of("class", "formHandlerClass", "variableMappingClass", "variableMappingDelegateExpression");
    private static final Set<String> TYPES = Set.of("shell", "mail");

    GuardedParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuseIn(rootElement);
        super.parseRootElement();
    }

    @Override
    public ScopeImpl parseMultiInstanceLoopCharacteristics(Element element, ScopeImpl scope) {
        var body = super.parseMultiInstanceLoopCharacteristics(element, scope);
        if (body instanceof ActivityImpl loop
                && loop.getActivityBehavior() instanceof MultiInstanceActivityBehavior behaviour
                && behaviour.getLoopCardinalityExpression() != null) {
            behaviour.setLoopCardinalityExpression(new FewTurns(behaviour.getLoopCardinalityExpression()));
        }
        return body;
    }

    /** No drawing makes the server fetch a schema from the network; the one that counts lies in a jar, or in a jar's jar. */
    @Override
    protected String resolveAccessExternalSchemaProperty() {
        return "file,nested";
    }

    private void refuseIn(Element element) {
        var attributes = element.attributes().stream()
                .map(key -> new GivenNames.Attribute(key.substring(key.lastIndexOf(':') + 1), element.attribute(key)))
                .toList();
        attributes.forEach(attribute -> refuse(element, attribute.word(), attribute.value()));
        GivenNames.objection(element.getTagName(), attributes, element.getText())
                .ifPresent(why -> {
                    throw refusal(element, why);
                });
        if (element.getTagName().equals("connector")) {
            throw refusal(element, "a model connects to nothing by itself");
        }
        if (element.getTagName().equals("field")) {
            throw refusal(element, "a model puts nothing into a step of Minyi");
        }
        if (element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"))) {
            throw refusal(element, "a form brings no check of its own");
        }
        element.elements().forEach(this::refuseIn);
    }

    private static void refuse(Element element, String attribute, String value) {
        if (NAMES_A_CLASS.contains(attribute)) {
            throw refusal(element, "a model names steps, not Java classes (" + attribute + ")");
        }
        if (attribute.equals("type") && TYPES.contains(value.strip().toLowerCase(Locale.ROOT))) {
            throw refusal(element, "a model starts no programs and sends no mail (" + value.strip() + ")");
        }
        if (attribute.equals("formKey")) {
            throw refusal(element, "a form is named with camunda:formRef, not with camunda:formKey");
        }
    }

    private static ProcessEngineException refusal(Element element, String why) {
        return new ProcessEngineException("line %d, %s: %s".formatted(element.getLine(), element.getTagName(), why));
    }
}

package org.minyi.desk.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Holds a drawing or a table against the list of what it may consist of, and collects everything else. */
final class XmlCheck {

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** The namespaces a drawing is written in; every other one is foreign. */
    static final Map<String, String> DRAWING = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "",
            "http://camunda.org/schema/1.0/bpmn",
            "camunda:",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "bpmndi:",
            "http://www.omg.org/spec/DD/20100524/DC",
            "dc:",
            "http://www.omg.org/spec/DD/20100524/DI",
            "di:",
            "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "bioc:",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "color:",
            MODELER,
            "modeler:");

    /** Tables of DMN 1.1, 1.2 and 1.3, as modelers write them. */
    static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("http://www.omg.org/spec/DMN/20151101/dmn.xsd", ""),
            Map.entry("http://www.omg.org/spec/DMN/20180521/MODEL/", ""),
            Map.entry("https://www.omg.org/spec/DMN/20191111/MODEL/", ""),
            Map.entry("http://camunda.org/schema/1.0/dmn", "camunda:"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/1.0", "biodi:"),
            Map.entry("http://bpmn.io/schema/dmn/biodi/2.0", "biodi:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DMNDI/", "dmndi:"),
            Map.entry("https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DC/", "dc:"),
            Map.entry("http://www.omg.org/spec/DMN/20180521/DI/", "di:"),
            Map.entry(MODELER, "modeler:"));

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private final XmlLaw law;
    private final Map<String, String> namespaces;
    private final KnownBeans known;
    private final List<Finding> findings = new ArrayList<>();

    XmlCheck(XmlLaw law, Map<String, String> namespaces, KnownBeans known) {
        this.law = law;
        this.namespaces = namespaces;
        this.known = known;
    }

    List<Finding> check(byte[] file) {
        try {
            XmlPieces.of(file).forEach(this::check);
        } catch (SAXParseException broken) {
            findings.add(new Finding("line " + broken.getLineNumber(), reason(broken)));
        } catch (SAXException broken) {
            findings.add(new Finding("line 1", reason(broken)));
        }
        return findings;
    }

    private static String reason(SAXException broken) {
        var told = String.valueOf(broken.getMessage());
        return told.contains("DOCTYPE") ? "a model has no DOCTYPE" : "this is no readable XML: " + told;
    }

    private void check(Piece piece) {
        var element = written(piece.name(), "");
        if (element == null || !law.knows(element)) {
            findings.add(new Finding(
                    piece.place(),
                    "a '%s' is not for a model".formatted(piece.name().word())));
            return;
        }
        for (var attribute : piece.attributes()) {
            var name = attribute.name().namespace().isEmpty() ? attribute.name().word() : written(attribute.name(), "");
            var kind = name == null ? null : law.attribute(element, name);
            if (kind == null) {
                findings.add(Finding.of(
                        piece.place(),
                        attribute.name().word() + "=" + attribute.value(),
                        "a '%s' has no '%s' here"
                                .formatted(piece.name().word(), attribute.name().word())));
            } else {
                check(piece, attribute.value(), kind);
            }
        }
        // What is written beside a table is prose.
        check(piece, piece.text(), piece.within().equals("textAnnotation") ? XmlLaw.Kind.WORDS : law.text(element));
        checkTurns(piece);
        checkNames(piece);
    }

    private String written(Piece.Name name, String otherwise) {
        var prefix = namespaces.get(name.namespace());
        return prefix == null ? null : prefix + name.word() + otherwise;
    }

    private void check(Piece piece, String text, XmlLaw.Kind kind) {
        if (text.isBlank()) {
            return;
        }
        switch (kind) {
            case EXPRESSION -> SafeExpression.objections(text, known).forEach(why -> add(piece, text, why));
            case STEP -> {
                if (!SafeExpression.isStep(text, known)) {
                    add(piece, text, "here only one of Minyi's steps may stand, for example #{openOrderDelegate}");
                }
            }
            case FEEL -> SafeFeel.objection(text).ifPresent(why -> add(piece, text, why));
            case LANGUAGE -> {
                if (!FEEL.contains(text)) {
                    add(piece, text, "a table speaks FEEL and nothing else");
                }
            }
            case REFERENCE -> {
                if (!text.startsWith("#")) {
                    add(piece, text, "a table refers to its own parts only");
                }
            }
            case WORDS -> {
                if (SafeExpression.isExpression(text)) {
                    add(piece, text, "here no expression may stand");
                }
            }
        }
    }

    private void checkTurns(Piece piece) {
        if (piece.name().word().equals("loopCardinality")) {
            var turns = piece.text().strip();
            if (turns.matches("\\d+") && (turns.length() > 9 || Integer.parseInt(turns) > FewTurns.MOST)) {
                add(piece, turns, "at most %d turns".formatted(FewTurns.MOST));
            }
        }
    }

    private void checkNames(Piece piece) {
        var attributes = piece.attributes().stream()
                .map(one -> new GivenNames.Attribute(one.name().word(), one.value()))
                .toList();
        GivenNames.objection(piece.name().word(), attributes, piece.text())
                .ifPresent(why -> findings.add(new Finding(piece.place(), why)));
    }

    private void add(Piece piece, String found, String why) {
        findings.add(Finding.of(piece.place(), found, why));
    }
}

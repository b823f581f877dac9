package org.minyi.desk.guard;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.desk.OwnNames;

/** The variables that one element of a drawing gives a value, held against those that Minyi alone does. */
final class GivenNames {

    private static final Set<String> PARAMETERS = Set.of("inputParameter", "outputParameter");
    private static final Set<String> MAPPINGS = Set.of("in", "out");
    /** Fields drawn without a form of ours, and the item of a loop. */
    private static final Set<String> FIELDS = Set.of("formField", "formProperty", "inputDataItem");

    private static final Set<String> OF_A_FIELD = Set.of("id", "name", "variable");
    /** Attributes of any element in which a variable is named that the engine then writes. */
    private static final Set<String> WRITTEN = Set.of(
            "resultVariable",
            "resultVariableName",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private GivenNames() {}

    /** One attribute by its word, whatever namespace it is in: two of one word count both. */
    record Attribute(String word, String value) {}

    /** What is wrong with the element; nothing for most. */
    static Optional<String> objection(String element, List<Attribute> attributes, String text) {
        return Stream.of(
                        attributes.stream()
                                .filter(one -> WRITTEN.contains(one.word()))
                                .map(Attribute::value),
                        values(attributes, "initiator").filter(name -> !OwnNames.isForStarter(name.strip())),
                        given(element, attributes, text))
                .flatMap(names -> names)
                .filter(name -> OwnNames.isForNoDrawing(name.strip()))
                .findFirst()
                .map("'%s' is said by Minyi's own steps: a model gives it no value"::formatted);
    }

    private static Stream<String> given(String element, List<Attribute> attributes, String text) {
        if (PARAMETERS.contains(element)) {
            return values(attributes, "name").filter(name -> !isKept(name, text));
        }
        if (MAPPINGS.contains(element)) {
            var sources = values(attributes, "source").collect(Collectors.toSet());
            return values(attributes, "target").filter(target -> !sources.equals(Set.of(target)));
        }
        return FIELDS.contains(element)
                ? OF_A_FIELD.stream().flatMap(word -> values(attributes, word))
                : Stream.empty();
    }

    private static Stream<String> values(List<Attribute> attributes, String word) {
        return attributes.stream().filter(one -> one.word().equals(word)).map(Attribute::value);
    }

    /** Nothing, or the variable's own value: {@code #{callWordsId}}. */
    private static boolean isKept(String name, String text) {
        var plain = text.strip();
        return OwnNames.isAskedAnew(name)
                && (plain.isEmpty() || plain.equals("#{" + name + "}") || plain.equals("${" + name + "}"));
    }
}

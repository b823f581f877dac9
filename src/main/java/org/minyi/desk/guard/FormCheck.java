package org.minyi.desk.guard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minyi.desk.OwnNames;

/** Holds a form against the list of fields and properties a form may have; its words are words, never a page. */
final class FormCheck {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> FIELDS = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "group",
            "dynamiclist",
            "spacer",
            "separator",
            "button");

    private static final Set<String> OF_THE_FORM = Set.of(
            "id",
            "type",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag",
            "components");

    private static final Set<String> OF_A_FIELD = Set.of(
            "id",
            "type",
            "key",
            "path",
            "label",
            "dateLabel",
            "timeLabel",
            "subtype",
            "description",
            "text",
            "values",
            "valuesKey",
            "validate",
            "conditional",
            "disabled",
            "readonly",
            "defaultValue",
            "layout",
            "appearance",
            "properties",
            "timeInterval",
            "timeSerializingFormat",
            "use24h",
            "disallowPassedDates",
            "decimalDigits",
            "increment",
            "serializeToString",
            "searchable",
            "components",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions",
            "nonCollapsedItems",
            "disableCollapse",
            "showOutline",
            "verticalAlignment",
            "height",
            "action");

    private static final Set<String> NAMES = Set.of("key", "path", "valuesKey", "id");
    private static final Set<String> SUBMITTED = Set.of("key", "path");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Set<String> OF_THE_BROWSER = Set.of("__proto__", "prototype", "constructor");
    private static final Pattern PAGE = Pattern.compile(
            "<\\s*[a-zA-Z/!?]|&#|\\\\u003c|(?:java|vb)\\s*script\\s*:|data\\s*:\\s*text", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("!\\[");
    private static final Pattern LINK =
            Pattern.compile("]\\(\\s*(?!https://)|]\\s*:\\s*\\S+:|\\{\\{(?!\\s*[A-Za-z_][A-Za-z0-9_]*\\s*}})");

    private final List<Finding> findings = new ArrayList<>();

    List<Finding> check(byte[] file) {
        try {
            var form = JSON.readTree(file);
            if (form == null || !form.isObject()) {
                findings.add(new Finding("line 1", "this is no form"));
            } else {
                checkForm(form);
            }
        } catch (JsonProcessingException broken) {
            var line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            findings.add(new Finding("line " + line, "this is no readable JSON: " + broken.getOriginalMessage()));
        } catch (IOException broken) {
            findings.add(new Finding("line 1", "this is no readable JSON"));
        }
        return findings;
    }

    private void checkForm(JsonNode form) {
        form.fieldNames().forEachRemaining(name -> {
            if (!OF_THE_FORM.contains(name)) {
                findings.add(new Finding("form", "a form has no '%s' here".formatted(name)));
            } else if (!name.equals("components")) {
                checkWords("form", name, form.get(name));
            }
        });
        checkFields(form.path("components"), 0);
    }

    private void checkFields(JsonNode fields, int depth) {
        if (depth > 10) {
            findings.add(new Finding("form", "too many groups within one another"));
            return;
        }
        for (var field : fields) {
            checkField(field, depth);
        }
    }

    private void checkField(JsonNode field, int depth) {
        var type = field.path("type").asText();
        var place = type + " '" + field.path("label").asText(field.path("id").asText()) + "'";
        if (!FIELDS.contains(type)) {
            findings.add(new Finding(place, "a '%s' is not for a form".formatted(type)));
        }
        field.fieldNames().forEachRemaining(name -> {
            if (!OF_A_FIELD.contains(name)) {
                findings.add(new Finding(place, "a field has no '%s' here".formatted(name)));
            } else if (name.equals("conditional")) {
                checkCondition(place, field.get(name));
            } else if (!name.equals("components")) {
                checkWords(place, name, field.get(name));
            }
        });
        checkFields(field.path("components"), depth + 1);
    }

    private void checkCondition(String place, JsonNode condition) {
        condition.properties().forEach(part -> {
            if (!part.getKey().equals("hide")
                    || !SafeFeel.isComparison(part.getValue().asText())) {
                findings.add(Finding.of(
                        place,
                        part.getValue().asText(),
                        "a field is hidden by a plain comparison, for example =verdict != \"FOUNDED\""));
            }
        });
    }

    private void checkWords(String place, String name, JsonNode value) {
        if (value.isContainerNode()) {
            value.fieldNames().forEachRemaining(inner -> checkText(place, "", inner));
            if (value.isObject()) {
                value.properties().forEach(part -> checkWords(place, part.getKey(), part.getValue()));
            } else {
                value.forEach(part -> checkWords(place, "", part));
            }
        } else if (value.isTextual()) {
            checkText(place, name, value.asText());
        }
    }

    private void checkText(String place, String name, String text) {
        var why = objection(name, text);
        if (why != null) {
            findings.add(Finding.of(place, text, why));
        }
    }

    private static String objection(String name, String text) {
        if (SUBMITTED.contains(name) && OwnNames.isForNoField(text.split("[.\\[]", 2)[0])) {
            return "this is said by Minyi's own steps, not by a form";
        }
        if (Stream.of(text.split("[.\\[\\]]", -1)).anyMatch(OF_THE_BROWSER::contains)
                || (NAMES.contains(name) && !NAME.matcher(text).matches())) {
            return "this is no name";
        }
        if (SafeExpression.isExpression(text) || text.stripLeading().startsWith("=")) {
            return "here words stand, no expression";
        }
        if (PAGE.matcher(text).find()) {
            return "here words stand, no part of a page";
        }
        if (PICTURE.matcher(text).find() || LINK.matcher(text).find()) {
            return "a form shows no picture from elsewhere and leads to https:// only";
        }
        return null;
    }
}

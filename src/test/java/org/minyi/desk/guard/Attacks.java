package org.minyi.desk.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The attacks of src/test/resources/attacks: places of a drawing times what is written there, and single files. */
public final class Attacks {

    /** Made by some attacks when they succeed. */
    static final Path MARK = Path.of(System.getProperty("java.io.tmpdir"), "minyi-was-struck");

    private static final Path FOLDER = Path.of("src/test/resources/attacks");
    private static final String WHOLE = "listener-start";
    private static final List<String> EVERYWHERE = List.of("class-property", "hash");
    private static final List<String> LANGUAGES = List.of("juel", "javascript", "groovy");
    private static final String STEP =
            """
            <bpmn:startEvent id="s"/>
            %s
            <bpmn:endEvent id="e"/>
            <bpmn:sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
            <bpmn:sequenceFlow id="f1" sourceRef="t" targetRef="e"/>
            """;

    private Attacks() {}

    /** The forms alone, by name, as they would be stored. */
    public static Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        all().stream()
                .filter(attack -> attack.file().endsWith(".form"))
                .forEach(attack -> forms.put(attack.name(), attack.content()));
        return forms;
    }

    static List<Attack> all() {
        var all = new ArrayList<Attack>();
        var expressions = expressions();
        var places = sections("places.txt");
        expressions.forEach((name, text) ->
                all.add(drawing(WHOLE + "/" + name, places.get(WHOLE).replace("EXPRESSION", escaped(text)))));
        places.forEach((place, body) -> EVERYWHERE.stream()
                .filter(name -> !place.equals(WHOLE))
                .forEach(name -> all.add(
                        drawing(place + "/" + name, body.replace("EXPRESSION", escaped(expressions.get(name)))))));
        sections("scripts.txt")
                .forEach((place, body) -> LANGUAGES.forEach(language -> all.add(drawing(
                        place + "/" + language,
                        body.replace("LANGUAGE", language)
                                .replace("SCRIPT", escaped("${''.getClass().forName('STRUCK').newInstance()}"))))));
        sections("classes.txt").forEach((name, body) -> all.add(drawing(name, body)));
        sections("names.txt").forEach((name, body) -> all.add(drawing("name-" + name, body)));
        sections("tables.txt").forEach((name, body) -> all.add(table(name, body)));
        sections("forms.txt").forEach((name, body) -> all.add(form(name, body)));
        all.addAll(files());
        return all;
    }

    private static Attack drawing(String name, String body) {
        var definitions = new StringBuilder();
        var process = new StringBuilder();
        for (var line : body.lines().toList()) {
            if (line.startsWith("@")) {
                definitions.append(line.substring(1)).append('\n');
            } else if (line.startsWith("STEP(")) {
                process.append(
                        STEP.formatted(line.substring(5, line.length() - 1).replace("%", "%%")));
            } else {
                process.append(line).append('\n');
            }
        }
        return new Attack(
                "drawing/" + name,
                "attack.bpmn",
                filledIn(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="minyi">
                        DEFINITIONS
                        <bpmn:process id="attack" isExecutable="true" camunda:historyTimeToLive="P1D">
                        PROCESS
                        </bpmn:process>
                        </bpmn:definitions>
                        """
                                .replace("DEFINITIONS", definitions)
                                .replace("PROCESS", process)));
    }

    private static Attack table(String name, String body) {
        var before = new StringBuilder();
        var inside = new StringBuilder();
        var attribute = "";
        for (var line : body.lines().toList()) {
            if (line.startsWith("%")) {
                attribute = line.substring(1);
            } else {
                (line.startsWith("@") ? before : inside)
                        .append(line.replaceFirst("^@", ""))
                        .append('\n');
            }
        }
        return new Attack(
                "table/" + name,
                "attack.dmn",
                filledIn(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                            xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="minyi" ATTRIBUTE>
                        BEFORE
                        <decision id="attack" name="attack" camunda:historyTimeToLive="P1D">INSIDE</decision>
                        </definitions>
                        """
                                .replace("ATTRIBUTE", attribute)
                                .replace("BEFORE", before)
                                .replace("INSIDE", inside)));
    }

    private static Attack form(String name, String body) {
        var text = body.startsWith("@")
                ? body.substring(1)
                : "{\"id\":\"attack\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[" + body + "]}";
        return new Attack("form/" + name, "attack.form", filledIn(text));
    }

    private static List<Attack> files() {
        try (var files = Files.list(FOLDER.resolve("files"))) {
            var attacks = new ArrayList<Attack>();
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                attacks.add(new Attack("file/" + name, name, Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
            return attacks;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> expressions() {
        var expressions = new LinkedHashMap<String, String>();
        lines("expressions.txt").stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line ->
                        expressions.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        return expressions;
    }

    private static Map<String, String> sections(String file) {
        var sections = new LinkedHashMap<String, String>();
        String name = null;
        for (var line : lines(file)) {
            if (line.startsWith("## ")) {
                name = line.substring(3);
                sections.put(name, "");
            } else if (name != null) {
                var before = sections.get(name);
                sections.put(name, before.isEmpty() ? line : before + "\n" + line);
            }
        }
        return sections;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String filledIn(String text) {
        return text.replace("STRUCK", Struck.class.getName())
                .replace("STRUC'.concat('K')", Struck.class.getName().replaceFirst("k$", "'.concat('k')"))
                .replace("MARK", MARK.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

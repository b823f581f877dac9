package org.minyi.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.minyi.Application;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/** The rules of the house: one room one purpose, stairs go one way, the engine and SQL stay where they belong. */
class HouseRulesTest {

    private static final JavaClasses MINYI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.minyi");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|insert into|update|delete from|truncate|analyze|copy|from|join)\\b");
    private static final Pattern TABLE = Pattern.compile("create table ([\\w.]+)");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** What is looked at; RulesBiteTest shows the same rules a house that breaks them all. */
    JavaClasses house = MINYI;

    String root = "org.minyi";
    Path sources = Path.of("src/main/java/org/minyi");
    Supplier<ApplicationModules> rooms = () -> ApplicationModules.of(Application.class);

    /** DESIGN section 3, as the code taught: docs/decisions/0019, 0029. A room uses only rooms on lower floors. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("sql", -2),
            Map.entry("problem", -2),
            Map.entry("pulse", -2),
            Map.entry("signature", -2),
            Map.entry("start", -2),
            Map.entry("audit", -1),
            Map.entry("citizen", 0),
            Map.entry("organisation", 0),
            Map.entry("calendar", 1),
            Map.entry("contact", 1),
            Map.entry("channel", 1),
            Map.entry("desk", 2),
            Map.entry("notice", 3),
            Map.entry("question", 3),
            Map.entry("callback", 3),
            Map.entry("extension", 4),
            Map.entry("responsibility", 4),
            Map.entry("supervision", 4),
            Map.entry("outage", 4),
            Map.entry("workorder", 5),
            Map.entry("complaint", 6),
            Map.entry("counter", 8),
            Map.entry("survey", 7),
            Map.entry("hotline", 7),
            Map.entry("sight", 7),
            Map.entry("custody", 8),
            Map.entry("opinion", 8),
            Map.entry("exchange", 9),
            Map.entry("history", 9),
            Map.entry("board", 10),
            Map.entry("demonstration", 11));

    @Test
    void a_room_shows_only_what_it_means_to_show_and_no_stairs_form_a_circle() {
        rooms.get().verify();
    }

    @Test
    void every_room_stands_on_a_floor() {
        assertThat(house.stream().map(this::roomOf).filter(room -> !room.isEmpty()))
                .allSatisfy(room -> assertThat(FLOORS).containsKey(room));
    }

    @Test
    void stairs_go_one_way_down() {
        var upward = new ArrayList<String>();
        for (var user : house) {
            for (var dependency : user.getDirectDependenciesFromSelf()) {
                var from = roomOf(user);
                var to = roomOf(dependency.getTargetClass());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && FLOORS.get(from) <= FLOORS.get(to)) {
                    upward.add(from + " uses " + to + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(upward).isEmpty();
    }

    @Test
    void the_engine_is_known_only_to_process_packages_and_the_desk() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "org.minyi", "org.minyi.desk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(house);
    }

    @Test
    void sql_is_spoken_only_by_repositories() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NamedParameterJdbcOperations.class)
                .check(house);
    }

    @Test
    void a_delegate_has_one_collaborator() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should(new ArchCondition<>("have one collaborator") {
                    @Override
                    public void check(JavaClass delegate, ConditionEvents events) {
                        var collaborators = delegate.getFields().stream()
                                .filter(field -> !field.getModifiers()
                                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
                                .count();
                        if (collaborators > 1) {
                            events.add(SimpleConditionEvent.violated(
                                    delegate, delegate.getName() + " has " + collaborators + " collaborators"));
                        }
                    }
                })
                .check(house);
    }

    @Test
    void no_two_beans_have_one_name() {
        var named = new TreeMap<String, List<String>>();
        house.stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class) && !type.isAnnotation())
                .forEach(type -> named.computeIfAbsent(beanOf(type), name -> new ArrayList<>())
                        .add(type.getName()));
        assertThat(named.values()).filteredOn(types -> types.size() > 1).isEmpty();
    }

    @Test
    void there_is_no_junk_drawer() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..", "..manager..")
                .check(house);
    }

    @Test
    void only_the_clock_tells_the_time() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .check(house);
    }

    @Test
    void a_table_is_named_only_in_a_repository_of_its_own_room() throws IOException {
        var tables = tables();
        var strangers = new ArrayList<String>();
        for (var source : files(sources, ".java")) {
            var room = sources.relativize(source).getName(0).toString();
            var code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            tables.forEach((table, owner) -> {
                if (speaksOf(table, code) && (!room.equals(owner) || !code.contains("@Repository"))) {
                    strangers.add(source.getFileName() + " reads or writes " + table + " of the room " + owner);
                }
            });
        }
        assertThat(tables).hasSizeGreaterThan(20).containsEntry("contact", "contact");
        assertThat(strangers).isEmpty();
    }

    /** Every table as SQL names it, and the room whose migration makes it. */
    private static Map<String, String> tables() throws IOException {
        var tables = new TreeMap<String, String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            var room = migration.getFileName().toString().replaceFirst("V\\d+__([a-z]+).*", "$1");
            TABLE.matcher(Files.readString(migration))
                    .results()
                    .forEach(found -> tables.put(found.group(1), room.equals("simulator") ? "demonstration" : room));
        }
        return tables;
    }

    private static boolean speaksOf(String table, String code) {
        var named = Pattern.compile(
                "(?is)\\b(from|join|into|update|only|using|truncate|analyze|copy|table)\\s+%1$s\\b|\\bfrom\\b[^()]*,\\s*%1$s\\b"
                        .formatted(Pattern.quote(table)));
        return LITERAL.matcher(code)
                .results()
                .map(found -> found.group())
                .filter(literal -> SQL.matcher(literal).find())
                .anyMatch(literal -> named.matcher(literal).find());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** As Spring names it: without its package, with the class around it. */
    private static String beanOf(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    private String roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        return List.of(name.substring(root.length() + 1).split("\\.")).get(0);
    }
}

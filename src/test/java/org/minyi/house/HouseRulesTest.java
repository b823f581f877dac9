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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.minyi.Application;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

/** The rules of the house: one room one purpose, stairs go one way, the engine and SQL stay where they belong. */
class HouseRulesTest {

    private static final JavaClasses MINYI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.minyi");

    /** DESIGN section 3, as the code taught: docs/decisions/0002. A room uses only rooms on lower floors. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("sql", -1),
            Map.entry("citizen", 0),
            Map.entry("organisation", 0),
            Map.entry("calendar", 0),
            Map.entry("start", 0),
            Map.entry("desk", 1),
            Map.entry("notice", 1),
            Map.entry("contact", 1),
            Map.entry("channel", 1),
            Map.entry("question", 2),
            Map.entry("callback", 2),
            Map.entry("supervision", 2),
            Map.entry("workorder", 3),
            Map.entry("complaint", 4),
            Map.entry("survey", 5),
            Map.entry("board", 7),
            Map.entry("demonstration", 8));

    @Test
    void a_room_shows_only_what_it_means_to_show_and_no_stairs_form_a_circle() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void every_room_stands_on_a_floor() {
        assertThat(MINYI.stream().map(HouseRulesTest::roomOf).filter(room -> !room.isEmpty()))
                .allSatisfy(room -> assertThat(FLOORS).containsKey(room));
    }

    @Test
    void stairs_go_one_way_down() {
        var upward = new ArrayList<String>();
        for (var user : MINYI) {
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
                .check(MINYI);
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
                .check(MINYI);
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
                .check(MINYI);
    }

    @Test
    void there_is_no_junk_drawer() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..", "..manager..")
                .check(MINYI);
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
                .check(MINYI);
    }

    private static String roomOf(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("org.minyi.")) {
            return "";
        }
        return List.of(name.substring("org.minyi.".length()).split("\\.")).get(0);
    }
}

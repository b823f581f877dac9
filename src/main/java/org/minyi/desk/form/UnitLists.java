package org.minyi.desk.form;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minyi.desk.Choice;
import org.minyi.desk.ChoiceList;
import org.minyi.desk.OpenForm;
import org.minyi.organisation.Level;
import org.minyi.organisation.Members;
import org.minyi.organisation.Unit;
import org.minyi.organisation.UnitCode;
import org.minyi.organisation.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of units and officers that forms offer. */
@Configuration(proxyBeanMethods = false)
class UnitLists {

    @Bean
    ChoiceList unitChoices(Units units) {
        return list("unitChoices", form -> units.all().stream().map(UnitLists::choice));
    }

    @Bean
    ChoiceList subCentreChoices(Units units) {
        return list("subCentreChoices", form -> units.subCentres().stream().map(UnitLists::choice));
    }

    /** The posts of the unit that handles the order. */
    @Bean
    ChoiceList postChoices(Units units) {
        return list("postChoices", form -> form.variable("handlingUnit").stream()
                .filter(UnitLists::isCode)
                .flatMap(unit -> units.below(new UnitCode(unit)).stream())
                .filter(unit -> unit.level() == Level.POST)
                .map(UnitLists::choice));
    }

    /**
     * The people of the unit complained about, then those along its line, its leaders among them, and after them everybody
     * else with their unit: whoever fills in the form may be choosing another unit in that very moment, and a form cannot
     * ask again.
     */
    @Bean
    ChoiceList officerChoices(Members members, Units units) {
        return list("officerChoices", form -> {
            var near = form.variable("respondentUnit").filter(UnitLists::isCode).stream()
                    .flatMap(unit -> units.lineUp(new UnitCode(unit)).stream())
                    .filter(unit -> unit.level() != Level.CENTRE)
                    .flatMap(unit -> members.within(unit.code()).stream());
            var names = units.all().stream().collect(Collectors.toMap(Unit::code, Unit::name));
            return Stream.concat(near, members.all().stream())
                    .distinct()
                    .map(member -> new Choice(member.name() + ", " + names.get(member.unit()), member.userId()));
        });
    }

    /** A field that was left empty may be stored as an empty text. */
    private static boolean isCode(String stored) {
        return !stored.isBlank();
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.name(), unit.code().value());
    }

    private static ChoiceList list(String name, Function<OpenForm, Stream<Choice>> choices) {
        return new ChoiceList() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Choice> choices(OpenForm form) {
                return choices.apply(form).toList();
            }
        };
    }
}

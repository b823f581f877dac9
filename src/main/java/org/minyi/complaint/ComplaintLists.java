package org.minyi.complaint;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minyi.contact.Businesses;
import org.minyi.desk.Choice;
import org.minyi.desk.ChoiceList;
import org.minyi.desk.OpenForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of businesses and of earlier matters that forms offer. */
@Configuration(proxyBeanMethods = false)
class ComplaintLists {

    @Bean
    ChoiceList moduleChoices(Businesses businesses) {
        return list("moduleChoices", form -> businesses.modules().stream()
                .map(module -> new Choice(module.name(form.reader()), module.code())));
    }

    @Bean
    ChoiceList businessChoices(Businesses businesses) {
        return list("businessChoices", form -> businesses.all().stream()
                .map(business -> new Choice(business.name(form.reader()), business.code())));
    }

    /** The earlier matters that this one may be joined to: suggested, and still open. */
    @Bean
    ChoiceList matterChoices(Duplicates duplicates) {
        return list("matterChoices", form -> form.variable("matterId").stream()
                .flatMap(matter -> duplicates.joinable(ComplaintId.of(matter)).stream())
                .map(other -> new Choice(
                        other.number() + " " + other.title(), other.id().toString())));
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

package org.minyi.docs;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What can be set, and how it is when nobody sets it. */
final class Settings {

    private Settings() {}

    /** How a setting is when nobody sets it: empty text when it then has no value, nothing when there is none such. */
    static Optional<String> unset(String name) {
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return records.findCandidateComponents("org.minyi").stream()
                .map(found -> type(found.getBeanClassName()))
                .filter(Class::isRecord)
                .flatMap(type -> Stream.of(type.getRecordComponents())
                        .filter(component -> name(type, component).equals(name)))
                .map(Settings::unset)
                .findFirst();
    }

    private static String name(Class<?> type, RecordComponent component) {
        return type.getAnnotation(ConfigurationProperties.class).value()
                + "."
                + DataObjectPropertyName.toDashedForm(component.getName());
    }

    /** The annotation stands on the parameter of the constructor; the component does not carry it. */
    private static String unset(RecordComponent component) {
        return Stream.of(component.getDeclaringRecord().getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .filter(Objects::nonNull)
                .map(value -> String.join(", ", value.value()))
                .findFirst()
                .orElse("");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Settings.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}

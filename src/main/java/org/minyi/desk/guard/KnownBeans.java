package org.minyi.desk.guard;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.minyi.desk.ForDrawings;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** The beans a drawing may name, and no others: Minyi's delegates and listeners, and what is marked for drawings. */
@Component
class KnownBeans {

    private static final String HOUSE = "org.minyi.";

    private final ListableBeanFactory beans;
    private final Supplier<Set<String>> steps = SingletonSupplier.of(this::findSteps);
    private final Supplier<Set<String>> readable = SingletonSupplier.of(this::findReadable);

    KnownBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Names that may stand as {@code #{name}} where a drawing calls a step. */
    boolean isStep(String name) {
        return steps.get().contains(name);
    }

    boolean isReadable(String name) {
        return readable.get().contains(name);
    }

    boolean isKnown(String name) {
        return isStep(name) || isReadable(name);
    }

    Object get(String name) {
        return beans.getBean(name);
    }

    /** Whether a bean marked for drawings offers this getter. */
    boolean offers(String name, String property) {
        return isReadable(name) && offers(beans.getType(name), property);
    }

    static boolean offers(Class<?> type, String property) {
        var house = ClassUtils.getUserClass(type);
        return house.isAnnotationPresent(ForDrawings.class)
                && Arrays.stream(house.getDeclaredMethods())
                        .filter(method -> method.getParameterCount() == 0)
                        .anyMatch(method -> method.getName().equals("get" + capitalised(property)));
    }

    private static String capitalised(String property) {
        return property.isEmpty() ? "" : Character.toUpperCase(property.charAt(0)) + property.substring(1);
    }

    private Set<String> findSteps() {
        var names = new TreeSet<String>();
        Stream.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class)
                .flatMap(kind -> Stream.of(beans.getBeanNamesForType(kind, true, false)))
                .filter(this::isOfTheHouse)
                .forEach(names::add);
        return names;
    }

    private Set<String> findReadable() {
        var names = new TreeSet<String>();
        Stream.of(beans.getBeanNamesForAnnotation(ForDrawings.class))
                .filter(this::isOfTheHouse)
                .forEach(names::add);
        return names;
    }

    private boolean isOfTheHouse(String name) {
        var type = beans.getType(name, false);
        return type != null && ClassUtils.getUserClass(type).getName().startsWith(HOUSE);
    }
}

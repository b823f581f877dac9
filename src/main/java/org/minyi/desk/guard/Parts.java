package org.minyi.desk.guard;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.joda.time.DateTime;

/**
 * What an expression may read and call, by kind of value. A list of what is allowed: a property or method that is not
 * here does not exist for a drawing, whatever the Java class behind the value has.
 *
 * @param calls method name and number of arguments, {@code startsWith/1}
 */
record Parts(Class<?> kind, Set<String> properties, Set<String> calls) {

    private static final Set<String> STEP = Set.of(
            "id",
            "processInstanceId",
            "processBusinessKey",
            "processDefinitionId",
            "currentActivityId",
            "currentActivityName",
            "currentTransitionId",
            "activityInstanceId",
            "eventName");
    private static final Set<String> TASK = Set.of(
            "id",
            "name",
            "description",
            "assignee",
            "owner",
            "priority",
            "createTime",
            "dueDate",
            "followUpDate",
            "taskDefinitionKey",
            "processInstanceId",
            "processDefinitionId",
            "eventName");
    private static final Set<String> OWN_VARIABLES = Set.of("hasVariable/1", "getVariable/1");

    /** The step of the matter an expression belongs to; the engine behind it stays out of reach. */
    static final Parts EXECUTION = new Parts(DelegateExecution.class, STEP, union(getters(STEP), OWN_VARIABLES));

    static final Parts OWN_TASK = new Parts(DelegateTask.class, TASK, union(getters(TASK), OWN_VARIABLES));

    private static final List<Parts> VALUES = List.of(
            new Parts(
                    String.class,
                    Set.of("empty", "blank"),
                    Set.of(
                            "equals/1",
                            "equalsIgnoreCase/1",
                            "isEmpty/0",
                            "isBlank/0",
                            "length/0",
                            "startsWith/1",
                            "endsWith/1",
                            "contains/1",
                            "trim/0",
                            "toLowerCase/0",
                            "toUpperCase/0")),
            new Parts(Number.class, Set.of(), Set.of("equals/1", "intValue/0", "longValue/0", "doubleValue/0")),
            new Parts(Boolean.class, Set.of(), Set.of("equals/1", "booleanValue/0")),
            new Parts(Date.class, Set.of("time"), Set.of("equals/1", "before/1", "after/1", "getTime/0")),
            new Parts(
                    DateTime.class,
                    Set.of(),
                    Set.of(
                            "withTimeAtStartOfDay/0",
                            "plusMinutes/1",
                            "plusHours/1",
                            "plusDays/1",
                            "plusWeeks/1",
                            "plusMonths/1",
                            "plusYears/1",
                            "minusMinutes/1",
                            "minusHours/1",
                            "minusDays/1",
                            "minusWeeks/1",
                            "minusMonths/1",
                            "minusYears/1",
                            "toDate/0")),
            new Parts(Collection.class, Set.of("empty"), Set.of("size/0", "isEmpty/0", "contains/1")),
            new Parts(Map.class, Set.of(), Set.of("size/0", "isEmpty/0", "containsKey/1", "get/1")),
            new Parts(
                    SpinJsonNode.class,
                    Set.of(),
                    Set.of(
                            "prop/1",
                            "hasProp/1",
                            "elements/0",
                            "isNull/0",
                            "isArray/0",
                            "isObject/0",
                            "stringValue/0",
                            "numberValue/0",
                            "boolValue/0")));

    /** What any variable may be asked, whose kind nobody knows while the drawing is only read. */
    static final Parts ANY_VALUE = new Parts(
            Object.class,
            VALUES.stream().flatMap(parts -> parts.properties.stream()).collect(Collectors.toUnmodifiableSet()),
            VALUES.stream().flatMap(parts -> parts.calls.stream()).collect(Collectors.toUnmodifiableSet()));

    static boolean mayRead(Object value, String property) {
        return of(value).anyMatch(parts -> parts.properties.contains(property))
                || KnownBeans.offers(value.getClass(), property);
    }

    static boolean mayCall(Object value, String method, int arguments) {
        return of(value).anyMatch(parts -> parts.allows(method, arguments));
    }

    boolean allows(String method, int arguments) {
        return calls.contains(method + "/" + arguments);
    }

    private static Stream<Parts> of(Object value) {
        return Stream.concat(Stream.of(EXECUTION, OWN_TASK), VALUES.stream())
                .filter(parts -> parts.kind.isInstance(value));
    }

    private static Set<String> getters(Set<String> properties) {
        return properties.stream()
                .map(name -> "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "/0")
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }
}

package org.minyi.desk.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.TaskQuery;
import org.minyi.organisation.Level;
import org.minyi.organisation.Role;

/**
 * One saved filter of one role's desk, named in words that role uses. A filter asks for its reader's tasks by name,
 * never by group: where somebody was left out for being complained about, the others are offered the task in person.
 */
record DeskFilter(Role role, Kind kind, String name) {

    private static final String ME = "${currentUser()}";
    private static final String TODAY = "${dateTime().withTimeAtStartOfDay()}";
    private static final String TOMORROW = "${dateTime().withTimeAtStartOfDay().plusDays(1)}";

    /** What the role calls its own tasks, and what it calls those that wait for anybody at its desk. */
    private static final Map<Role, List<String>> NAMES = Map.of(
            Role.CALLER, List.of("My calls", "Calls waiting"),
            Role.TRIAGE, List.of("My matters", "Matters waiting"),
            Role.REVIEWER, List.of("My reviews", "Reviews waiting"),
            Role.DIRECTOR, List.of("My decisions", "Decisions waiting"),
            Role.INSPECTOR, List.of("My cases", "Cases waiting"),
            Role.CUSTODIAN, List.of("My requests", "Requests waiting"),
            Role.LIAISON, List.of("My orders", "Orders at our sub-centre"),
            Role.LEADER, List.of("My reviews", "Reviews at our sub-centre"),
            Role.OFFICER, List.of("My orders", "Orders at our post"));

    enum Kind {
        MINE("#1c4f8b", 1),
        DESK("#3b7d4f", 2),
        DUE_TODAY("#b8860b", 3),
        OVERDUE("#b5152b", 4);

        private final String colour;
        private final int place;

        Kind(String colour, int place) {
            this.colour = colour;
            this.place = place;
        }
    }

    static Stream<DeskFilter> all() {
        return NAMES.entrySet().stream()
                .flatMap(names -> Stream.of(
                        new DeskFilter(
                                names.getKey(), Kind.MINE, names.getValue().get(0)),
                        new DeskFilter(
                                names.getKey(), Kind.DESK, names.getValue().get(1)),
                        new DeskFilter(names.getKey(), Kind.DUE_TODAY, "Due today"),
                        new DeskFilter(names.getKey(), Kind.OVERDUE, "Overdue")));
    }

    /** Stays the same when an administrator renames the filter. */
    String key() {
        return role.group() + "." + kind;
    }

    /** What is due first comes first. A unit sees who of it has what; the centre's pools show what is still free. */
    TaskQuery question(TaskQuery query) {
        var asked = query.orderByDueDate().asc();
        return switch (kind) {
            case MINE -> asked.taskAssigneeExpression(ME);
            case DESK -> role.level() == Level.CENTRE ? offeredToMe(asked) : atMyDesk(asked);
            case DUE_TODAY -> atMyDesk(asked).dueAfterExpression(TODAY).dueBeforeExpression(TOMORROW);
            case OVERDUE -> atMyDesk(asked).dueBeforeExpression("${now()}");
        };
    }

    private static TaskQuery offeredToMe(TaskQuery query) {
        return query.taskCandidateUserExpression(ME);
    }

    private static TaskQuery atMyDesk(TaskQuery query) {
        return offeredToMe(query).includeAssignedTasks();
    }

    Map<String, Object> properties(String keyProperty) {
        return Map.of(
                keyProperty,
                key(),
                "color",
                kind.colour,
                "priority",
                kind.place,
                "refresh",
                true,
                "showUndefinedVariable",
                false);
    }
}

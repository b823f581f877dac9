package org.minyi.desk.guard;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.joda.time.DateTime;

/**
 * What a saved filter may say instead of a value: who is asking, their groups, and a time counted from now. It is worked
 * out when the filter is asked, and stands in the question as a plain value before the engine sees it.
 */
final class FilterWords {

    private static final Map<String, BiConsumer<TaskQueryImpl, Object>> FIELDS = Map.ofEntries(
            Map.entry("taskAssignee", (query, value) -> query.taskAssignee(text(value))),
            Map.entry("taskOwner", (query, value) -> query.taskOwner(text(value))),
            Map.entry("taskCandidateUser", (query, value) -> query.taskCandidateUser(text(value))),
            Map.entry("taskInvolvedUser", (query, value) -> query.taskInvolvedUser(text(value))),
            Map.entry("taskCandidateGroupIn", (query, value) -> query.taskCandidateGroupIn(texts(value))),
            Map.entry("dueDate", (query, value) -> query.dueDate(date(value))),
            Map.entry("dueBefore", (query, value) -> query.dueBefore(date(value))),
            Map.entry("dueAfter", (query, value) -> query.dueAfter(date(value))),
            Map.entry("followUpDate", (query, value) -> query.followUpDate(date(value))),
            Map.entry("followUpBefore", (query, value) -> query.followUpBefore(date(value))),
            Map.entry("followUpAfter", (query, value) -> query.followUpAfter(date(value))),
            Map.entry("taskCreatedOn", (query, value) -> query.taskCreatedOn(date(value))),
            Map.entry("taskCreatedBefore", (query, value) -> query.taskCreatedBefore(date(value))),
            Map.entry("taskCreatedAfter", (query, value) -> query.taskCreatedAfter(date(value))));

    private FilterWords() {}

    /** Refuses a filter before it is kept. */
    static void refuseForeign(TaskQueryImpl query) {
        query.getExpressions().forEach((field, words) -> {
            if (!FIELDS.containsKey(field) || !SafeExpression.isOfFunctionsAlone(words)) {
                throw new BadUserRequestException(
                        "a filter may say ${currentUser()}, ${currentUserGroups()}, ${now()} or a ${dateTime()} plus"
                                + " or minus days; not this for '%s'".formatted(field));
            }
        });
    }

    /** Puts the values in the place of the words. */
    static void workOut(TaskQueryImpl query, ExpressionManager expressions) {
        refuseForeign(query);
        Map.copyOf(query.getExpressions()).forEach((field, words) -> {
            var value = expressions.createExpression(words).getValue(null);
            query.getExpressions().remove(field);
            FIELDS.get(field).accept(query, value);
        });
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw notFitting();
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> many && many.stream().allMatch(String.class::isInstance)) {
            return many.stream().map(String.class::cast).toList();
        }
        throw notFitting();
    }

    private static Date date(Object value) {
        if (value instanceof DateTime time) {
            return time.toDate();
        }
        if (value instanceof Date date) {
            return date;
        }
        throw notFitting();
    }

    private static BadUserRequestException notFitting() {
        return new BadUserRequestException("the filter's words do not fit the field they stand in");
    }
}

package org.minyi.desk;

import java.util.Set;

/**
 * Variables whose word Minyi's own steps take: who did the last step, whose matter it is, whom it is about, where words
 * lie. Only those steps say them. A drawing that gave them a value could let anybody have granted anything.
 */
public final class OwnNames {

    private static final Set<String> SAID_BY_STEPS = Set.of(
            "doneBy",
            "startedBy",
            "matterId",
            "personId",
            "lineId",
            "callId",
            "questionId",
            "workOrderId",
            "handlingUnit");

    /** Triage and whoever proposes say them in forms; who is left out, and who answers, is so in every drawing. */
    private static final Set<String> OF_THE_ACCUSED =
            Set.of("respondentUnit", "respondentOfficer", "responsibleUnit", "responsibleOfficer");

    /** The engine's own record of who started an instance, where a drawing asks for it. */
    private static final String STARTER = "startedBy";

    private static final String EXECUTING = "executingUnit";
    private static final String WORDS_ID = "WordsId";

    private OwnNames() {}

    /** No field of a form is called so. */
    public static boolean isForNoField(String name) {
        return SAID_BY_STEPS.contains(name) || name.endsWith(WORDS_ID);
    }

    /** In a drawing it has no other value than its own; it may be passed on to a process that is called. */
    public static boolean isForNoDrawing(String name) {
        return isForNoField(name) || OF_THE_ACCUSED.contains(name) || name.equals(EXECUTING);
    }

    /** A task's form asks for it each time anew: a drawing may empty it for a task, and keep what the form brought. */
    public static boolean isAskedAnew(String name) {
        return name.endsWith(WORDS_ID) || name.equals(EXECUTING);
    }

    /** What a start event may call whoever starts an instance. */
    public static boolean isForStarter(String name) {
        return name.equals(STARTER) || !isForNoDrawing(name);
    }
}

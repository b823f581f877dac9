package org.minyi.desk.task;

import java.util.Set;

/** One user task of one drawing: {@code work-order} and {@code rectify}. */
record Step(String process, String verb) {

    private static final String IDENTITY = "identity-request";

    /**
     * Here those complained about act by themselves: they sign for the order, put the matter right, confirm that they have
     * a document, and answer for themselves.
     */
    private static final Set<String> OWN_HANDS = Set.of(
            "signOrder",
            "rectify",
            "confirmReceipt",
            "answerVerdict",
            "answerNotice",
            "answerOpinion",
            "countersignMinutes",
            "doDuty");

    /**
     * What begins like this judges, and nobody judges their own unit. Whoever calls hears the person and learns who it is:
     * where the centre is complained about none of its callers may.
     */
    private static final Set<String> JUDGING =
            Set.of("verify", "propose", "confirm", "review", "makeCall", "tellByPhone");

    static Step of(String process, String element) {
        return new Step(process, element.replaceFirst("^userTask_", ""));
    }

    /** As the table of time limits calls it. */
    String name() {
        return process + "." + verb;
    }

    /** The one drawing in which the custodian decides. */
    boolean isAboutAnIdentity() {
        return process.equals(IDENTITY);
    }

    boolean isForOwnHands() {
        return OWN_HANDS.contains(verb);
    }

    boolean isJudging() {
        return JUDGING.stream().anyMatch(verb::startsWith);
    }
}

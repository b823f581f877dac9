package org.minyi.city;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people answer at the steps that follow of a verdict, of a document, of delay and of lasting dissatisfaction.
 *
 * @param words stand in every free text that the forms ask for
 * @param unit has the duties that are agreed on
 * @param leader is spoken to
 */
record FollowUps(String words, String unit, String leader, Clock clock) {

    private static final String ANOTHER_SUB_CENTRE = "990102000000";
    private static final List<String> NUMBERS = List.of("One", "Two", "Three", "Four", "Five");

    /**
     * As the form of the step asks.
     *
     * @param isContent whether they agree with what lies before them; who does not says why
     */
    Map<String, Object> answers(String step, boolean isContent) {
        return switch (step) {
            case "answerVerdict" ->
                isContent
                        ? Map.of("verdictAnswer", "ACCEPT")
                        : Map.of("verdictAnswer", "OBJECT", "objectionWords", words);
            case "judgeObjection" ->
                isContent
                        ? Map.of("objectionDecision", "UPHELD", "verdict", "PARTLY", "score", "80", "judgeWords", words)
                        : Map.of("objectionDecision", "REJECTED", "judgeWords", words);
            case "holdAccountable" -> Map.of("measure", "CRITICISM", "measureWords", words);
            case "confirmReceipt" -> Map.of("receiptConfirmed", true);
            case "serveOtherwise" ->
                Map.of("serveHow", "BY_HAND", "serveDate", today().toString(), "serveWords", words);
            case "decideTime" ->
                isContent
                        ? Map.of("timeDecision", "GRANTED")
                        : Map.of("timeDecision", "REFUSED", "decisionWords", words);
            case "decideLetter" ->
                isContent
                        ? Map.of("letterDecision", "AGAIN")
                        : Map.of("letterDecision", "BY_TELEPHONE", "letterWords", words);
            case "urgeUnit" -> Map.of("urgeWords", words);
            case "answerEnquiry" -> Map.of("enquiryAnswerWords", words);
            case "answerOpinion" -> Map.of("opinionAnswerWords", words);
            case "acceptAnswer" -> decided("acceptDecision", "acceptWords", isContent);
            case "answerNotice" -> Map.of("noticeAnswerWords", words);
            case "reviewAnswer" -> decided("answerDecision", "reviewWords", isContent);
            case "recordInterview" -> interview();
            case "conveneMeeting" ->
                Map.of(
                        "meetsAt",
                        now().plusDays(1).toString(),
                        "placeWords",
                        words,
                        "agendaWords",
                        words,
                        "invitedOne",
                        ANOTHER_SUB_CENTRE);
            case "recordMeeting" -> meeting();
            case "countersignMinutes" ->
                isContent ? Map.of("signature", "AGREE") : Map.of("signature", "DISSENT", "signatureWords", words);
            case "doDuty" -> Map.of("doneWords", words);
            case "checkDuty" -> decided("dutyDecision", "checkWords", isContent);
            default -> throw new IllegalStateException("nobody was told how to do " + step);
        };
    }

    private Map<String, Object> decided(String decision, String why, boolean isContent) {
        return isContent ? Map.of(decision, "ACCEPTED") : Map.of(decision, "SENT_BACK", why, words);
    }

    private Map<String, Object> interview() {
        var answers = duties(3);
        answers.putAll(Map.of(
                "heldAt",
                now().minusHours(1).toString(),
                "interviewed",
                leader,
                "placeWords",
                words,
                "talkWords",
                words,
                "talkAnswerWords",
                words));
        return answers;
    }

    private Map<String, Object> meeting() {
        var answers = duties(5);
        answers.putAll(Map.of("metAt", now().minusHours(1).toString(), "minutesWords", words));
        return answers;
    }

    /** As many as the form has room for. */
    private Map<String, Object> duties(int many) {
        var answers = new LinkedHashMap<String, Object>();
        for (var number : NUMBERS.subList(0, many)) {
            answers.put("duty" + number + "Words", words);
            answers.put("duty" + number + "Unit", unit);
            answers.put("duty" + number + "Day", today().plusDays(3).toString());
        }
        return answers;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES);
    }
}

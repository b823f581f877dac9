package org.minyi.workorder.process;

import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Variable;
import org.minyi.workorder.Step;

/** What each user task decides: the step it is in the story, the field that says how, and the field that says why. */
enum Decision {
    SIGN_ORDER("signOrder", Step.SIGNED, "signDecision", "signWordsId"),
    REDISPATCH("redispatch", Step.REDISPATCHED, "redispatchUnit", "redispatchWordsId"),
    DECIDE_OWNERSHIP("decideOwnership", Step.OWNERSHIP_DECIDED, "executingUnit", "ownershipWordsId"),
    VERIFY_FACTS("verifyFacts", Step.VERIFIED, "verdict", "verifyWordsId"),
    PROPOSE_RESPONSIBILITY("proposeResponsibility", Step.PROPOSED, "verdict", "proposeWordsId"),
    CONFIRM_RESPONSIBILITY("confirmResponsibility", Step.CONFIRMED, "confirmation", "confirmWordsId"),
    RECTIFY("rectify", Step.RECTIFIED, "rectification", "rectifyWordsId"),
    REVIEW_RECTIFICATION("reviewRectification", Step.REVIEWED, "reviewDecision", "reviewWordsId"),
    CLOSE_WITHOUT_ANSWER("closeWithoutAnswer", Step.JUDGED_WITHOUT_ANSWER, "closeDecision", "closeWordsId"),
    /** With the ground of a disposal behind it. */
    DECIDE_FINALLY("decideFinally", Step.DECIDED_FINALLY, "finalDecision", "finalWordsId") {
        @Override
        String outcome(DelegateTask done) {
            return WorkOrderProcess.DISPOSAL_GROUND
                    .on(done)
                    .optional()
                    .map(ground -> super.outcome(done) + "." + ground)
                    .orElseGet(() -> super.outcome(done));
        }
    };

    private final String task;
    private final Step step;
    private final String outcome;
    private final String words;

    Decision(String task, Step step, String outcome, String words) {
        this.task = task;
        this.step = step;
        this.outcome = outcome;
        this.words = words;
    }

    static Decision of(DelegateTask done) {
        var task = done.getTaskDefinitionKey().replaceFirst("^userTask_", "");
        return Arrays.stream(values())
                .filter(decision -> decision.task.equals(task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows what " + task + " decides"));
    }

    Step step() {
        return step;
    }

    String outcome(DelegateTask done) {
        return Variable.text(outcome).on(done).optional().orElse("DONE");
    }

    WordsId words(DelegateTask done) {
        return Variable.text(words).on(done).optional().map(WordsId::of).orElse(null);
    }
}

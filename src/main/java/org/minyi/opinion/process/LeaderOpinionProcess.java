package org.minyi.opinion.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.minyi.citizen.WordsId;
import org.minyi.desk.Variable;
import org.minyi.opinion.OpinionId;

/** The names in leader-opinion.bpmn, once. A string from the model appears nowhere else in Java. */
final class LeaderOpinionProcess {

    static final String ID = "leader-opinion";

    /** Another unit has the matter, and answers from now on. */
    static final String HANDED_ON = "opinion.matter-handed-on";

    /** Read by the table of time limits. */
    static final Variable<String> CATEGORY = Variable.text("category");

    static final Variable<String> SEVERITY = Variable.text("severity");
    /** The opinion again: each has a deadline of its own. */
    static final Variable<String> PART = Variable.text("part");
    /** The desk of the unit that answers. */
    static final Variable<String> ANSWER_GROUP = Variable.text("answerGroup");
    /** The desk that raised it. */
    static final Variable<String> LEADER_GROUP = Variable.text("leaderGroup");
    /** ACCEPTED or SENT_BACK. */
    static final Variable<String> ACCEPT_DECISION = Variable.text("acceptDecision");
    /** What was written; the words themselves never come here. */
    static final Variable<String> OPINION_ANSWER_WORDS_ID = Variable.text("opinionAnswerWordsId");

    static final Variable<String> ACCEPT_WORDS_ID = Variable.text("acceptWordsId");
    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private LeaderOpinionProcess() {}

    static OpinionId opinion(DelegateTask task) {
        return OpinionId.of(task.getExecution().getProcessBusinessKey());
    }

    static WordsId words(Variable<String> variable, DelegateTask task) {
        return variable.on(task).optional().map(WordsId::of).orElse(null);
    }
}

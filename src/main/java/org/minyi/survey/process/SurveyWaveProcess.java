package org.minyi.survey.process;

import org.minyi.desk.Variable;

/** The names in survey-wave.bpmn, once. A string from the model appears nowhere else in Java. */
final class SurveyWaveProcess {

    static final String ID = "survey-wave";
    static final String WAVE_STOPPED = "survey.wave-stopped";

    /** ISO-8601 date: whose contacts are asked. Without it, yesterday's. */
    static final Variable<String> DAY = Variable.text("day");
    /** User id, or what else started it. Whoever started an unusual wave does not release it. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    /** NOTHING, READY or HELD. Decides the first gateway. */
    static final Variable<String> PLANNED = Variable.text("planned");
    /** Shown in the release form, like the three after it. */
    static final Variable<Integer> CONTACTS = Variable.number("contacts");

    static final Variable<Integer> ASKED = Variable.number("asked");
    static final Variable<Integer> EXCLUDED = Variable.number("excluded");
    static final Variable<String> UNUSUAL = Variable.text("unusual");

    /** Why the second person released or withdrew it: the id of their words. */
    static final Variable<String> RELEASE_WORDS_ID = Variable.text("releaseWordsId");

    /** ISO-8601 instants. Read by the two timers. */
    static final Variable<String> REMIND_AT = Variable.text("remindAt");

    static final Variable<String> CLOSES_AT = Variable.text("closesAt");

    /** Whether a stopped wave had gone out. Read by the gateway of the stop. */
    static final Variable<Boolean> WAVE_SENT = Variable.truth("waveSent");

    /** Who completed the last task. Set by the desk. */
    static final Variable<String> DONE_BY = Variable.text("doneBy");

    private SurveyWaveProcess() {}
}

package org.minyi.desk;

import java.util.UUID;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.minyi.organisation.UnitCode;

/**
 * What every process about a matter carries from its beginning, so that the desk knows whose it is and from whom it is
 * kept.
 *
 * @param number as people say it: 2026-000123; null where nobody knows it
 * @param title nothing of the person; null where nobody knows it
 * @param handling the unit that is responsible; null while none is
 * @param executing the unit that puts it right; null while none does
 * @param respondentUnit the unit complained about; null when nobody knows
 * @param respondentOfficer the officer complained about; null when nobody is named
 */
public record MatterFacts(
        UUID id,
        String number,
        String title,
        UnitCode handling,
        UnitCode executing,
        UnitCode respondentUnit,
        String respondentOfficer) {

    private static final Variable<String> MATTER_ID = Variable.text("matterId");
    private static final Variable<String> MATTER_NUMBER = Variable.text("matterNumber");
    private static final Variable<String> MATTER_TITLE = Variable.text("matterTitle");
    private static final Variable<String> HANDLING_UNIT = Variable.text("handlingUnit");
    private static final Variable<String> EXECUTING_UNIT = Variable.text("executingUnit");
    private static final Variable<String> RESPONDENT_UNIT = Variable.text("respondentUnit");
    private static final Variable<String> RESPONDENT_OFFICER = Variable.text("respondentOfficer");
    private static final Variable<Integer> ROUND = Variable.number("round");

    /** For a process that begins in this round. */
    public VariableMap variables(int round) {
        var variables = Variables.createVariables();
        MATTER_ID.with(id.toString(), variables);
        MATTER_NUMBER.with(number, variables);
        MATTER_TITLE.with(title, variables);
        HANDLING_UNIT.with(code(handling), variables);
        EXECUTING_UNIT.with(code(executing), variables);
        RESPONDENT_UNIT.with(code(respondentUnit), variables);
        RESPONDENT_OFFICER.with(respondentOfficer, variables);
        return ROUND.with(round, variables);
    }

    private static String code(UnitCode unit) {
        return unit == null ? null : unit.value();
    }
}

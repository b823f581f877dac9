package org.minyi.workorder.process;

import java.util.List;
import org.minyi.desk.Choice;
import org.minyi.desk.ChoiceList;
import org.minyi.desk.OpenForm;
import org.springframework.stereotype.Component;

/** What the director may decide: on the last rung nothing is sent back any more. */
@Component
class FinalChoices implements ChoiceList {

    private static final Choice DISPOSE = new Choice("Final disposal: the order is closed", "DISPOSE");
    private static final Choice SEND_BACK = new Choice("It has to be put right once more", "RECTIFY_AGAIN");

    @Override
    public String name() {
        return "finalChoices";
    }

    @Override
    public List<Choice> choices(OpenForm form) {
        var isLast = form.variable(WorkOrderProcess.RUNG.name())
                .filter(LoopLimitListener.LAST::equals)
                .isPresent();
        return isLast ? List.of(DISPOSE) : List.of(DISPOSE, SEND_BACK);
    }
}

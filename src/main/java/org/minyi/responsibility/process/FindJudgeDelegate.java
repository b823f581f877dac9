package org.minyi.responsibility.process;

import static org.minyi.responsibility.process.ResponsibilityProcess.JUDGES;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.responsibility.NobodyIndependent;
import org.minyi.responsibility.Objections;
import org.minyi.responsibility.ResponsibilityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds those who may judge the objection: nobody who has touched the matter before. Where there is none the objection
 * stands all the same, and is offered to whoever may judge it one day ({@link JudgesWatch}).
 */
@Component
class FindJudgeDelegate implements JavaDelegate {

    private static final Logger LOG = LoggerFactory.getLogger(FindJudgeDelegate.class);

    private final Objections objections;

    FindJudgeDelegate(Objections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        JUDGES.on(execution).set(String.join(",", judges(ResponsibilityProcess.id(execution))));
    }

    private List<String> judges(ResponsibilityId id) {
        try {
            return objections.judges(id);
        } catch (NobodyIndependent nobody) {
            LOG.warn("an objection waits for somebody who may judge it", nobody);
            return List.of();
        }
    }
}

package badhouse.survey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Asks two. */
class BusyDelegate implements JavaDelegate {

    Runnable one;
    Runnable other;

    @Override
    public void execute(DelegateExecution execution) {
        one.run();
        other.run();
    }
}

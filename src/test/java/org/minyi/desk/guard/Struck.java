package org.minyi.desk.guard;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;

/** What an attack tries to make an object of: that it was made is the hit. */
public class Struck implements JavaDelegate, ExecutionListener, TaskListener, FormFieldValidator {

    static final AtomicInteger HITS = new AtomicInteger();

    public Struck() {
        HITS.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
        HITS.incrementAndGet();
    }

    @Override
    public void notify(DelegateExecution execution) {
        HITS.incrementAndGet();
    }

    @Override
    public void notify(DelegateTask task) {
        HITS.incrementAndGet();
    }

    @Override
    public boolean validate(Object value, FormFieldValidatorContext context) {
        HITS.incrementAndGet();
        return true;
    }
}

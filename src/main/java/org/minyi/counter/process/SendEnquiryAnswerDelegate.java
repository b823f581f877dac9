package org.minyi.counter.process;

import static org.minyi.counter.process.EnquiryProcess.DONE_BY;
import static org.minyi.counter.process.EnquiryProcess.ENQUIRY_ANSWER_WORDS_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.counter.Enquiries;
import org.minyi.counter.EnquiryId;
import org.springframework.stereotype.Component;

/** Keeps the answer and writes it to whoever asked. */
@Component
class SendEnquiryAnswerDelegate implements JavaDelegate {

    private final Enquiries enquiries;

    SendEnquiryAnswerDelegate(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        enquiries.answer(
                EnquiryId.of(execution.getProcessBusinessKey()),
                DONE_BY.on(execution).get(),
                WordsId.of(ENQUIRY_ANSWER_WORDS_ID.on(execution).get()));
    }
}

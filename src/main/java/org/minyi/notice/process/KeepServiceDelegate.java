package org.minyi.notice.process;

import static org.minyi.notice.process.ServeNoticeProcess.DONE_BY;
import static org.minyi.notice.process.ServeNoticeProcess.SERVE_DATE;
import static org.minyi.notice.process.ServeNoticeProcess.SERVE_HOW;
import static org.minyi.notice.process.ServeNoticeProcess.SERVE_WORDS_ID;
import static org.minyi.notice.process.ServeNoticeProcess.notice;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.minyi.citizen.WordsId;
import org.minyi.notice.Deliveries;
import org.minyi.notice.How;
import org.springframework.stereotype.Component;

/** Keeps who served the document otherwise, how, and on which day. */
@Component
class KeepServiceDelegate implements JavaDelegate {

    private final Deliveries deliveries;

    KeepServiceDelegate(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliveries.serveOtherwise(
                notice(execution),
                DONE_BY.on(execution).get(),
                How.valueOf(SERVE_HOW.on(execution).get()),
                LocalDate.parse(SERVE_DATE.on(execution).get()),
                SERVE_WORDS_ID.on(execution).optional().map(WordsId::of).orElse(null));
    }
}
